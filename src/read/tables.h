/* Up to which size a table is read with the headers of its columns, row by row: a listener keeps no more in mind. */
#ifndef READ_TABLES_H
#define READ_TABLES_H

#define TABLE_SMALL_COLUMNS 6
#define TABLE_SMALL_ROWS    12

#endif
