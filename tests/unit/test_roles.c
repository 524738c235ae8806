/* Which role a block gets, and what an article says of itself. */
#include "reading.h"

/* A body that ends like sentences, for what stands around and between. */
#define BODY  "The river rose in the night and nobody saw it until the morning.\n\n"
#define BODY2 "By noon the water had gone, and so had the bridge.\n\n"

/* The role of the block that starts with `start`. */
static const struct {
    const char *text;
    const char *start;
    enum nr_role role;
} cases[] = {
    {"Bridge falls in storm\n\n" BODY, "Bridge", NR_HEADLINE},
    {"Is this the wettest town in England?\n\n" BODY, "Is this", NR_HEADLINE},
    {"Weather\n\nBridge falls in a storm that nobody had seen coming\n\n" BODY, "Bridge", NR_HEADLINE},
    {"Bridge falls in storm\n\nBridge falls in a storm that nobody had seen coming\n\n" BODY, "Bridge falls in a",
     NR_HEADLINE},
    {"\342\200\234We lost everything.\342\200\235\n\nBy Jane Smith\n\n" BODY, "\342\200\234We", NR_HEADLINE},
    {BODY BODY2, "The river", NR_BODY},
    {"Just a line", "Just", NR_BODY},

    {"Bridge falls\n\n- Nobody hurt\n- Road closed\n\n" BODY, "Road", NR_SUMMARY},
    {"Bridge falls\n\nNobody was hurt but the road will stay closed for a month\n\n" BODY, "Nobody", NR_SUMMARY},
    {"Bridge falls\n\nNobody was hurt.\n\nBy Jane Smith\n\n" BODY, "Nobody", NR_SUMMARY},
    {"Bridge falls\n\nNobody was hurt.\n\n" BODY, "Nobody", NR_BODY},

    {"Bridge falls\n\nBy Jane Smith\n\n" BODY, "By", NR_BYLINE},
    {"Bridge falls\n\nBy JANE SMITH, POLITICAL EDITOR\n\n" BODY, "By", NR_BYLINE},
    {"Bridge falls\n\nBy Reuters\n\n" BODY, "By", NR_BYLINE},
    {"Bridge falls\n\nJane Smith in Paris\n3 March 2023\n\n" BODY, "Jane", NR_BYLINE},
    {"Bridge falls\n\nBy Jane Smith\nPolitical editor\n\n" BODY, "Political", NR_BYLINE},
    {"Bridge falls\n\nTue 7 Mar 2023 06.00 GMT\n\n" BODY, "Tue", NR_BYLINE},
    {"Bridge falls\n\nPublished: 10:32, 4 May 2021 | Updated: 11:02, 5 May 2021\n\n" BODY, "Published", NR_BYLINE},
    {"Bridge falls\n\nPosted on March 3, 2023 by Jane Smith\n\n" BODY, "Posted", NR_BYLINE},
    {"Bridge falls\n\nBy Jane Smith comes a book about it\n\n" BODY, "By", NR_SUMMARY},
    {"Bridge falls\n\n" BODY "By Monday the road was open, said Jane Smith.\n\n", "By Monday", NR_BODY},
    {"Bridge falls\n\n" BODY "He was found by Jane Smith in March 2023.\n\n" BODY2, "He was", NR_BODY},

    {"Bridge falls\n\nJane Smith, Political Editor\n\n" BODY, "Jane", NR_BYLINE},
    {"Bridge falls\n\nJane Smith\n@janesmith\n2 hours ago\n\n" BODY, "@jane", NR_BYLINE},
    {"Bridge falls\n\nA report by Jane Smith\n\n" BODY, "A report", NR_BYLINE},
    {"Village destroyed by Storm Ciara\n\n" BODY, "Village", NR_HEADLINE},
    {"Bridge falls\n\nBy our travel writers\n\n" BODY, "By our", NR_BYLINE},
    {"Bridge falls\n\nNobody saw it go in the night\n\nJane Smith\n\n" BODY, "Jane", NR_BYLINE},
    {"Bridge falls\n\nFerries back by noon\n\n" BODY, "Ferries", NR_SUMMARY},
    {"Bridge falls\n\n1\n\n" BODY "2\n\n" BODY2, "2", NR_CROSSHEAD},
    {"Bridge falls\n\n" BODY "12\n\n" BODY2, "12", NR_BOILERPLATE},
    {BODY "\342\230\205\342\230\205\n\n" BODY2, "\342\230\205", NR_BOILERPLATE},
    {BODY BODY2 "Arthur\n", "Arthur", NR_BYLINE},
    {BODY BODY2 "Until next time,\nArthur Lee\n", "Until", NR_BODY},
    {"Bridge falls\n\nBy the Rev. Septimus Lowe, M.A.\n\n" BODY, "By the", NR_BYLINE},
    {"Bridge falls\n\nJane Smith at Ottley Bridge\n\n" BODY, "Jane", NR_BYLINE},
    {"Readers' letters\n\n" BODY "Jane Smith (retd), by email\n\n" BODY2, "Jane", NR_BYLINE},
    {BODY "Buns: 1 cup of flour, 2 eggs, 3 spoons of sugar, the zest of 1 lemon\n\n" BODY2, "Buns", NR_BODY},
    {BODY "He was photographed with it, so was that what she had meant?\n\n" BODY2, "He was", NR_BODY},
    {BODY "Sign up to First Post\n\nOur stories of the day\n\nAfter newsletter promotion\n\n" BODY2, "Our",
     NR_BOILERPLATE},
    {"OPINION\n\nThe case for bridges\n\n" BODY, "The case", NR_HEADLINE},
    {"Dear Jane,\n\n" BODY BODY2 "Yours sincerely,\n\nAnn\n", "Ann", NR_BYLINE},
    {"Dear Jane,\n\n" BODY BODY2 "Yours sincerely,\n\nAnn\n", "Dear", NR_BODY},
    {BODY "Jane Smith\nMatlock\n\n" BODY2 "Ann Lee\nLeeds\n", "Matlock", NR_BYLINE},
    {BODY "Jane Smith\n\n" BODY2, "Jane", NR_CROSSHEAD},
    {BODY "DAY ONE\n\nMorning\n\n" BODY2, "DAY", NR_CROSSHEAD},

    {BODY "Save recipe\n\n" BODY2, "Save", NR_BOILERPLATE},
    {BODY BODY2 "Enjoyed this interview? There are more of them\n", "Enjoyed", NR_BOILERPLATE},
    {BODY BODY2 "This column was first published in The Fen Ledger.\n", "This", NR_BOILERPLATE},
    {BODY BODY2 "This story has been told before, and it was told better.\n", "This", NR_BODY},
    {BODY BODY2 "This piece appeared to be the one that was lost.\n", "This", NR_BODY},
    {BODY BODY2 "Write to Jane Smith at jane@ledger.example\n", "Write", NR_BOILERPLATE},
    {BODY "She would save the recipe, print the recipe and lose it.\n\n" BODY2, "She", NR_BODY},
    {BODY "Advertisement \302\267 Scroll to continue\n\n" BODY2, "Advert", NR_BOILERPLATE},
    {BODY BODY2 "112 View comments\n", "112", NR_BOILERPLATE},
    {BODY BODY2 "9 thoughts on \"Bridge falls\"\n", "9", NR_BOILERPLATE},
    {BODY BODY2 "Was this letter sent on to you? Subscribe here.\n", "Was", NR_BOILERPLATE},
    {BODY BODY2 "Most watched videos\n\nSwan stops a bus\n\nA cow in a lift\n", "A cow", NR_BOILERPLATE},
    {BODY "Most watched in silence.\n\n" BODY2, "Most", NR_BODY},
    {BODY BODY2 "Share\n\nFacebook\n\nX\n", "X", NR_BOILERPLATE},
    {BODY "Facebook\n\n" BODY2, "Facebook", NR_CROSSHEAD},
    {BODY "Advertisement\n\nFacebook\n\n" BODY2, "Facebook", NR_CROSSHEAD},
    {BODY "The law is subject to copyright and to common sense.\n\n" BODY2, "The law", NR_BODY},
    {BODY BODY2 "A version of this article appears in print on Monday.\n", "A version", NR_BOILERPLATE},
    {BODY "Do you see? That is what she asked, and nobody did.\n\n" BODY2, "Do you", NR_BODY},
    {BODY "We may earn a commission from links.\n\n" BODY2, "We may", NR_BOILERPLATE},
    {BODY "We may earn more than our parents did.\n\n" BODY2, "We may", NR_BODY},
    {"Bridge falls\n\nJane Smith in Bonn and Ann Lee in Ely\n\n" BODY, "Jane", NR_BYLINE},
    {BODY "Serves: 4\n\n" BODY2, "Serves", NR_BODY},
    {BODY "The mill in 1944 Credit: Smith family\n\n" BODY2, "The mill", NR_CAPTION},
    {BODY "The mill burns on Monday (Mesa Police via AP)\n\n" BODY2, "The mill", NR_CAPTION},
    {"Bridge falls\n\nBy Jane Smith\n\nThe bridge has been shut to lorries since June\n\nALAMY\n\n" BODY,
     "The bridge", NR_CAPTION},
    {"Bridge falls\n\nThe bridge has been shut to lorries since June\n\nALAMY\n\n" BODY, "The bridge", NR_SUMMARY},
    {"Mother finds ring in potatoes\n\n'I screamed': Woman's shock as ring turns up in a bag\n\n" BODY, "'I",
     NR_HEADLINE},
    {"Bridge falls\n\nReport by University of Ely\n\n" BODY, "Report", NR_BYLINE},
    {BODY BODY2 "Ann Lee is a travel writer based in Leeds.\n", "Ann", NR_BYLINE},

    {BODY BODY2 "Share\n\nFerries\n\nRivers\n", "Rivers", NR_BOILERPLATE},
    {BODY BODY2 "Advertisement\n\nFerries\n\nRivers\n", "Rivers", NR_BODY},
    {BODY "Recommended\n\nHow deep is a pothole before the council has to fill it?\n\n" BODY2, "How deep",
     NR_BOILERPLATE},
    {BODY "Recommended\n\n" BODY2, "Recommended", NR_CROSSHEAD},
    {BODY "Most read in Derbyshire\n\nThe mill that floated away in the flood\n\nWho is to pay?\n\n" BODY2, "Who",
     NR_CROSSHEAD},
    {"Bridge falls\n\nContents\n\nThe flood\n\nThe bridge\n\n" BODY "The flood\n\n" BODY2 "The bridge\n\n" BODY,
     "The bridge", NR_CROSSHEAD},
    {"Bridge falls\n\nIn this article\n\nThe flood\n\nThe bill\n\n" BODY "The flood\n\n" BODY2
     "The bill of it all\n\n" BODY2,
     "The bill", NR_CROSSHEAD},
    {BODY BODY2 "Got a problem? Email dot@crier.example. Letters may be edited.\n", "Got", NR_BOILERPLATE},
    {BODY "Email dot@crier.example to book a place on the boat.\n\n" BODY2, "Email", NR_BODY},
    {BODY BODY2 "Contact: press@bridge.example\n", "Contact", NR_BODY},
    {"Bridge falls\n\nBy Jane Smith\n\n" BODY BODY2 "Jane Smith keeps bees in Leith. Her book is out now.\n",
     "Jane", NR_BOILERPLATE},
    {"Bridge falls\n\nBy Jane Smith\n\n" BODY BODY2 "Smith is due in court on Friday.\n", "Smith is", NR_BODY},
    {"Bridge falls\n\nBy Jane Smith\n\n" BODY "Ms Smith is the author of a book on bridges.\n\n" BODY2, "Ms",
     NR_BODY},
    {"Bridge falls\n\nIssue 214 | Autumn 2026\n\n" BODY, "Issue", NR_BYLINE},
    {BODY "\342\230\205\342\230\205\342\230\205\342\230\205\342\230\206\n\n" BODY2, "\342\230\205", NR_BODY},
    {BODY "Bring these:\n\nsandbags\n\ntwo pumps that work\n\n" BODY2, "two pumps", NR_LIST_ITEM},
    {BODY "3 large potatoes\n\n2 onions, chopped\n\n1 tsp salt\n\nJuice of a lemon, strained\n\n" BODY2, "Juice",
     NR_LIST_ITEM},
    {BODY "Will it rain? Does it matter?\n\n" BODY2 "Is it safe?\n\n" BODY2 "And the cost?\n\n" BODY2, "Will it",
     NR_CROSSHEAD},
    {BODY "How did you come to it?\n\nI walked.\n\nWere you cold?\n\nWe were.\n\nDo you swim?\n\nI do.\n\n",
     "Were", NR_BODY},
    {BODY
     "nobody saw it until the morning came again\n\nThe river was up and nobody saw it until the morning came "
     "again.\n\n",
     "nobody", NR_QUOTE},
    {BODY "'Saw it until the morning'\n\n" BODY2, "'Saw", NR_CROSSHEAD},

    {"Skip to content\n\nNews\n\nSport\n\nBuses\n\nSign in\n\nThe bridge that fell\n\nBy Jane Smith\n\n" BODY,
     "Buses", NR_BOILERPLATE},
    {"Skip to content\n\nNews\n\nSport\n\nBuses\n\nSign in\n\nThe bridge that fell\n\nBy Jane Smith\n\n" BODY,
     "The bridge", NR_HEADLINE},
    {"News\n\nSport\n\nBuses\n\nSign in\n\nBridges\n\nBy Jane Smith\n\n" BODY, "Bridges", NR_HEADLINE},
    {"Winter\n\nThe river\n\nThe road\n\nThe bridge\n\nThe snow on it all\n\n" BODY, "The road", NR_BODY},
    {BODY "Image 2 of 5\n\n" BODY2, "Image", NR_BOILERPLATE},
    {BODY "In this photo provided by the museum, a man stands on the old bridge.\n\n" BODY2, "In this",
     NR_CAPTION},
    {BODY "This photo, taken by my father, is all that is left of it.\n\n" BODY2, "This photo", NR_BODY},
    {BODY "Subscribe to the idea that a bridge is a road with ambitions.\n\n" BODY2, "Subscribe", NR_BODY},
    {BODY BODY2 "Send us victorious, they sang.\n\nShare\n\nTopics\n\nFloods\n", "Send", NR_BODY},
    {BODY BODY2 "Write to your MP and tell us what he says about your story, she said.\n", "Write", NR_BODY},
    {BODY "Updated plans were shown in March 2024.\n\n" BODY2, "Updated", NR_BODY},
    {BODY "Click here and a door opened; click there and it shut.\n\n" BODY2, "Click", NR_BODY},
    {BODY "Advertisement after advertisement promised a dry cellar.\n\n" BODY2, "Advert", NR_BODY},
    {BODY "The views expressed at the meeting were mostly unprintable.\n\n" BODY2, "The views", NR_BODY},
    {BODY "Recommended by nobody, it was built anyway.\n\nShare\n\n" BODY2, "Recomm", NR_BODY},

    {BODY "What you need\n\nA bird box\n\nA small computer with a radio in it\n\nPatience\n\n" BODY2, "A small",
     NR_LIST_ITEM},
    {BODY BODY2 BODY
     "In pictures\n\nA van on its side near the bridge at Ottley\n\nThe roof of the mill where it came down "
     "at last\n\n" BODY2,
     "The roof", NR_CAPTION},
    {BODY "More Science and Technology\n\nThe mill that floated away\n\n" BODY2, "The mill", NR_BOILERPLATE},
    {BODY "More Than A Bridge\n\n" BODY2, "More", NR_CROSSHEAD},
    {"From: Ann Lee\nSubject: The bridge\nTo: All\n\nDear all,\n\n" BODY, "Subject", NR_HEADLINE},
    {"From: Ann Lee\nSubject: The bridge\nTo: All\n\nDear all,\n\n" BODY, "To: All", NR_BOILERPLATE},
    {"LETTER FROM BRUGES\n\nTHE MAN WHO SELLS THE DARK\n\nBy Jane Smith\n\n" BODY, "THE MAN", NR_HEADLINE},
    {"Bridge falls\n\nSpring 2019\n\n" BODY, "Spring", NR_BYLINE},
    {"Bridge falls\n\nCourt reporter Jane Smith\n\n" BODY, "Court", NR_BYLINE},
    {"Bridge falls\n\n3 March 2023\n\nHeard on the radio this morning\n\nJane Smith\n\nShare\n\n" BODY, "Jane",
     NR_BYLINE},
    {BODY BODY2 "Jane Smith, staff writer, contributed to this report.\n", "Jane", NR_BOILERPLATE},
    {BODY
     "The river rose and nobody saw it come again\n\nThe river rose and, they say, nobody saw it come again.\n\n",
     "The river rose and nobody", NR_QUOTE},

    {"Bridge falls\n\nJane Smith\n\nReporter\n\nFollow\n\n3 March 2023\n\n" BODY, "Follow", NR_BOILERPLATE},
    {"Live: storm hits\n\nAnn Lee and Jane Smith\n\n3 March 2023\n\n" BODY "10.04 GMT\n\nJane Smith\n\n" BODY2,
     "Jane", NR_BYLINE},
    {"Bridge falls\n\nBy Jane Smith\n\n" BODY BODY2
     "Jane Smith\n\nReporter\n\nJane has covered floods since 2009.\n",
     "Jane has", NR_BOILERPLATE},
    {"Don't Ask the Mayor. He Will Not Say.\n\nBy Jane Smith\n\n" BODY, "Don't", NR_HEADLINE},
    {BODY "The island can be reached at low tide on foot.\n\n" BODY2, "The island can", NR_BODY},
    {BODY "He had become a supporter of the union in 1911.\n\n" BODY2, "He had become", NR_BODY},
    {BODY "Tarn Mining Pty Ltd paid for the old bridge in 1931.\n\n" BODY2, "Tarn Mining Pty", NR_BODY},
    {BODY "Originally published in 1931, the novel sold few copies.\n\n" BODY2, "Originally published in",
     NR_BODY},
    {BODY "Opinions are divided on the new bridge.\n\n" BODY2, "Opinions are divided", NR_BODY},
    {BODY "Paid for by public subscription, the tower fell in 1902.\n\n" BODY2, "Paid for by", NR_BODY},
    {BODY "Start your day with a bowl of porridge, her mother told her.\n\n" BODY2, "Start your day", NR_BODY},
    {BODY "To leave this place was all she wanted.\n\n" BODY2, "To leave this", NR_BODY},
    {BODY "Compiled by monks, the chronicle names nine floods.\n\n" BODY2, "Compiled by monks,", NR_BODY},
    {BODY "The tents (provided by the Red Cross) stood in rows along the bank.\n\n" BODY2, "The tents (provided",
     NR_BODY},
    {BODY "On 14 March 1861 he wrote:\n\n" BODY2, "On 14 March", NR_BODY},
    {BODY "Dickens contributed to Bentley's Miscellany.\n\n" BODY2, "Dickens contributed to", NR_BODY},
    {BODY "Red/Green/Blue lights mark the channel at night.\n\n" BODY2, "Red/Green/Blue lights mark", NR_BODY},
    {BODY "Copyright Law was changed in the spring.\n\n" BODY2, "Copyright Law was", NR_BODY},
    {BODY "Can you tell us more about your friends?\n\n" BODY2, "Can you tell", NR_BODY},
    {BODY "Your story is our story.\n\n" BODY2, "Your story is", NR_BODY},
    {BODY "The wall was bare. Photo by photo, she filled it.\n\n" BODY2, "The wall was", NR_BODY},
    {BODY "He read from the Bible at the graveside. (John 3: 16)\n\n" BODY2, "He read from", NR_BODY},
    {BODY "The story has been updated to the 1950s, with a jazz band.\n\n" BODY2, "The story has", NR_BODY},
    {BODY "Nobody bothered to post a comment.\n\n" BODY2, "Nobody bothered to", NR_BODY},
    {BODY BODY2 "He had become a supporter of the union in 1911.\n", "He had", NR_BODY},
    {BODY "0:00 / 1:12\n\n" BODY2, "0:00", NR_BOILERPLATE},
    {BODY "The herd on the track at Eastbrook on Wednesday. Dana Cruz / Plains News\n\n" BODY2, "The herd",
     NR_CAPTION},
    {BODY BODY2 "Ana Ruiz contributed.\n", "Ana", NR_BOILERPLATE},
    {BODY "The whole town contributed.\n\n" BODY2, "The whole", NR_BODY},
    {"Tigers win\n\n3 March 2023\n\nTries: Mabey 2, Cole, Hart\n\n" BODY, "Tries", NR_BODY},
    {"Bridge falls\n\nSaturday March 4 2023, 12.01am, The Post\n\n" BODY, "Saturday", NR_BYLINE},

    {"Bridge falls\n\nThe ethicist: Cora Blount\n\n3 March 2023\n\n" BODY, "The ethicist", NR_BYLINE},
    {"Bridge falls\n\n12:41 GMT 10.11.2026\n\n" BODY, "12:41", NR_BYLINE},
    {BODY "The river was up and nobody in it saw it until morning came. So they say.\n\n"
          "Nobody in it saw it until morning came.\n\n" BODY2,
     "Nobody in it", NR_QUOTE},
    {"Live: storm\n\n3 March 2023\n\nWe are closing this page now, and here is what happened:\n\n- Nobody hurt\n- "
     "Road "
     "closed\n\n" BODY,
     "Road", NR_LIST_ITEM},
    {BODY BODY2 "If you know of a bridge, write to features@post.example\n", "If you", NR_BOILERPLATE},

    {BODY "After the flood\n\n" BODY2, "After", NR_CROSSHEAD},
    {BODY "CHAPTER I.\n\n" BODY2, "CHAPTER", NR_CROSSHEAD},
    {BODY "2.1 The flood\n\n2.2 The bridge\n\n" BODY2, "2.1", NR_CROSSHEAD},
    {BODY "04:12 GMT\n\n" BODY2, "04:12", NR_CROSSHEAD},
    {BODY "What happens next?\n\n" BODY2, "What", NR_CROSSHEAD},
    {BODY "2. The flood\n\n" BODY2, "2.", NR_CROSSHEAD},
    {BODY "Why The River Will Rise Again Before The Year Ends\n\n" BODY2, "Why", NR_CROSSHEAD},
    {BODY "HOW A SMALL RIVER CAME TO TAKE A LARGE BRIDGE\n\n" BODY2, "HOW", NR_CROSSHEAD},

    {BODY "IV.\n\n" BODY2, "IV.", NR_CROSSHEAD},
    {BODY "I\n\n" BODY2, "I", NR_CROSSHEAD},
    {BODY "I waited.\n\n" BODY2, "I waited", NR_BODY},
    {BODY "1968\n\n" BODY2, "1968", NR_CROSSHEAD},

    {BODY "- sandbags\n- pumps\n\n" BODY2, "pumps", NR_LIST_ITEM},
    {BODY "1. Go upstairs.\n2. Stay there.\n\n" BODY2, "2.", NR_LIST_ITEM},
    {BODY "1. Go upstairs.\n\n2. Stay there.\n\n" BODY2, "1.", NR_LIST_ITEM},

    {BODY "The remains of the bridge at Ottley yesterday morning\n\n" BODY2, "The remains", NR_CAPTION},
    {BODY "The remains of the bridge at Ottley yesterday morning.\n\n" BODY2, "The remains", NR_BODY},
    {BODY "Photograph: Jane Smith/PA\n\n" BODY2, "Photograph", NR_CAPTION},
    {BODY "The bridge on Monday. Picture: Jane Smith\n\n" BODY2, "The bridge", NR_CAPTION},
    {BODY "The bridge on Monday. (Jane Smith / Valley Times)\n\n" BODY2, "The bridge", NR_CAPTION},
    {BODY "Table 1: Rain in the valley by month\n\n" BODY2, "Table", NR_CAPTION},
    {BODY "Table 1 shows the rain in the valley by month.\n\n" BODY2, "Table", NR_BODY},
    {BODY "(a) to mend the bridge\n\n(b) to find the money for it\n\n" BODY2, "(b)", NR_LIST_ITEM},
    {BODY "The bridge. (Image: Jane Smith)\n\n" BODY2, "The bridge.", NR_CAPTION},
    {"Bridge falls\n\nThe bridge on Tuesday. Photograph: Jane Smith\n\nBy Jane Smith\n\n" BODY, "The bridge on",
     NR_CAPTION},
    {BODY "I never thought that I would see the river do that\n\n" BODY2, "I never", NR_BODY},
    {BODY "But the town had seen worse and would see worse again\n\n" BODY2, "But", NR_BODY},
    {BODY "The council gave this list of what had been lost:\n\n" BODY2, "The council", NR_BODY},
    {"one line that has no stop at its end\n\nTwo lines that have no stop at their end\n\n" BODY
     "Three lines that have no stop at their end\n\n" BODY2,
     "Three", NR_BODY},

    {BODY "\342\200\230rose in the night and nobody saw it\342\200\231\n\n" BODY2, "\342\200\230", NR_QUOTE},
    {BODY "\342\200\230rose in the night and nobody heard it\342\200\231\n\n" BODY2, "\342\200\230", NR_BODY},
    {BODY "'We lost it all in one night.'\n\n'We lost it all in one night.'\n\n" BODY2, "'We", NR_BODY},
    {BODY "'Nobody saw it,' he said. 'Nobody saw it until the morning.'\n\n" BODY2, "'Nobody", NR_BODY},
    {BODY "'ROSE in the Night and nobody saw it'\n\n" BODY2, "'ROSE", NR_QUOTE},
    {BODY ">50 people were moved to the school.\n\n" BODY2, ">50", NR_BODY},
    {BODY "> The river rose again.\n\n" BODY2, "The river rose again", NR_QUOTE},

    {BODY BODY2 "Source: Read Full Article", "Source", NR_BOILERPLATE},
    {BODY "Advertisement\n\n" BODY2, "Advert", NR_BOILERPLATE},
    {BODY "Read more: The bridge in pictures\n\n" BODY2, "Read", NR_BOILERPLATE},
    {BODY "Watch: the bridge falls\n\n" BODY2, "Watch", NR_BOILERPLATE},
    {BODY "View gallery\n\n+4\n\n" BODY2, "+4", NR_BOILERPLATE},
    {BODY "Related articles\n\nNext\n\nHow the bridge was built in a year\n\nShare\n\n" BODY2, "How",
     NR_BOILERPLATE},
    {BODY "Advertisement\n\nHow the bridge was built in a year\n\n" BODY2, "How", NR_BODY},
    {BODY "Read more\n\nThe mill that floated away\n\n" BODY2, "The mill", NR_BOILERPLATE},
    {BODY BODY2 "Most read\n\nThe mill that floated away\n\nWho is to pay?\n", "Who", NR_BOILERPLATE},
    {BODY BODY2 "3 comments\n", "3", NR_BOILERPLATE},
    {BODY BODY2 "*Sign up for our newsletter here\n", "*Sign", NR_BOILERPLATE},
    {"For immediate release\n\nBridge falls\n\n" BODY, "Bridge", NR_HEADLINE},
    {BODY "RELATED ARTICLES\n\n" BODY2, "RELATED", NR_BOILERPLATE},
    {BODY BODY2 "Follow the Post on Facebook.", "Follow", NR_BOILERPLATE},
    {BODY BODY2 "\302\251 The Daily Post 2023", "\302\251", NR_BOILERPLATE},
    {BODY BODY2 "Got a tip? Email us at news@example.org.", "Got", NR_BOILERPLATE},
    {BODY "* * *\n\n" BODY2, "*", NR_BOILERPLATE},
    {BODY "Follow the money\n\n" BODY2, "Follow", NR_CROSSHEAD},
    {BODY "Share prices fell on Facebook and Twitter.\n\n" BODY2, "Share", NR_BODY},
    {BODY BODY2 "She had only ever written on Facebook before.\n", "She", NR_BODY},
};

static const struct nr_block *find_block(const struct nr_article *article, const char *start)
{
    for (size_t i = article->block_count; i > 0; i--)
        if (str_starts(str_of(article->blocks[i - 1].text), str_of(start)))
            return &article->blocks[i - 1];
    fail_msg("no block starts with '%s'", start);
    return NULL;
}

static bool has_role(const char *text, const char *start, enum nr_role role)
{
    struct nr_article *article = read_text(str_of(text), NR_INPUT_TEXT);
    const struct nr_block *block = find_block(article, start);
    bool right = block->role == role && block->why[0];
    if (!right)
        print_error("'%s' is %s (%s), not %s\n", block->text, nr_role_name(block->role), block->why,
                    nr_role_name(role));
    nr_article_free(article);
    return right;
}

static void blocks_get_the_role_that_a_reader_would_give(void **state)
{
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        wrong += !has_role(cases[i].text, cases[i].start, cases[i].role);
    assert_int_equal(wrong, 0);
}

static void reasons_name_the_evidence(void **state)
{
    (void)state;
    struct nr_article *article = read_text(STR(BODY "Photograph: Jane Smith/PA\n\n" BODY2), NR_INPUT_TEXT);
    assert_string_equal(article->blocks[0].why, "ends like a sentence");
    assert_non_null(strstr(article->blocks[1].why, "picture credit"));
    nr_article_free(article);
}

static const struct {
    const char *top; /* between headline and body */
    const char *byline;
    const char *date;
} tops[] = {
    {"By Jane Smith\n\n", "Jane Smith", NULL},
    {"By JANE O'NEILL FOR THE DAILY POST\n\n", "Jane O'Neill", NULL},
    {"By Jane Smith, Political Editor\n\n12 March 2024\n\n", "Jane Smith", "12 March 2024"},
    {"By Jane Smith and J. R. van der Berg in Paris\n\n", "Jane Smith and J. R. van der Berg", NULL},
    {"Posted on March 3, 2023 by Jane Smith\n\n", "Jane Smith", "March 3, 2023"},
    {"Jane Smith\n2023-03-07\n\n", "Jane Smith", "2023-03-07"},
    {"Published: 06:00 GMT, Tue 7 Mar 2023 | Updated: 8 March 2023\n\n", NULL, "Tue 7 Mar 2023"},
    {"- a point\n\n", NULL, NULL},
};

static void assert_optional(const char *got, const char *wanted)
{
    if (wanted && got)
        assert_string_equal(got, wanted);
    else
        assert_ptr_equal(got, wanted);
}

static void writer_and_date_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof tops / sizeof *tops; i++) {
        struct buf text = {0};
        buf_printf(&text, "Bridge falls in storm\n\n%s%s%s", tops[i].top, BODY, BODY2);
        struct nr_article *article = read_text(buf_str(&text), NR_INPUT_TEXT);
        assert_optional(article->byline, tops[i].byline);
        assert_optional(article->date, tops[i].date);
        assert_string_equal(article->title, "Bridge falls in storm");
        buf_free(&text);
        nr_article_free(article);
    }
}

static void assert_title(const char *text, enum nr_input from, const char *chosen, const char *wanted)
{
    struct nr_settings settings = {.from = from, .title = chosen};
    struct nr_error error;
    struct nr_article *article;
    assert_true(nr_read_article("a.txt", text, strlen(text), &settings, &article, &error));
    assert_string_equal(article->title, wanted);
    nr_article_free(article);
}

static void title_is_the_shorter_headline(void **state)
{
    (void)state;
    static const char two[] = "Bridge falls in a storm that nobody had seen\n\nBridge falls in storm\n\n" BODY;
    assert_title(two, NR_INPUT_TEXT, NULL, "Bridge falls in storm");
    assert_title(two, NR_INPUT_TEXT, "Mine", "Mine");
    assert_title(two, NR_INPUT_PROSE, NULL, "");
    assert_title(BODY, NR_INPUT_TEXT, NULL, "");
    assert_title("Weather\n\nBridge falls in a storm that nobody saw\n\n" BODY, NR_INPUT_TEXT, NULL,
                 "Bridge falls in a storm that nobody saw");
}

/* A line ends where its author ended it, or where the margin did. */
static void wrapped_lines_flow_again(void **state)
{
    (void)state;
    assert_blocks("The trains\nwere running when I looked.\nThen they stopped.\nthey, I say.\n", NR_INPUT_PROSE,
                  "body\tThe trains were running when I looked.\n"
                  "body\tThen they stopped.\n"
                  "body\tthey, I say.\n");
    assert_blocks(
        "Dockers at the second-largest grain terminal walked out on\n"
        "Friday, halting exports of wheat and leaving 23 vessels at\n"
        "anchor. The men of the Port\n"
        "Merrow union said that some 1,850 of them had now stopped.\n"
        "It wants more.\n"
        "The port does not.\n",
        NR_INPUT_PROSE,
        "body\tDockers at the second-largest grain terminal walked out on Friday, halting exports of wheat "
        "and leaving 23 vessels at anchor. The men of the Port "
        "Merrow union said that some 1,850 of them had now stopped. It wants more.\n"
        "body\tThe port does not.\n");
}

static void several_bullets_on_a_line_are_several_items(void **state)
{
    (void)state;
    assert_blocks(
        BODY "It began:\n\n\342\200\242 One \342\200\242 Two\342\200\242three  \342\200\242 Four\n\nIt ended.\n",
        NR_INPUT_TEXT,
        "body\tThe river rose in the night and nobody saw it until the morning.\n"
        "body\tIt began:\n"
        "list-item\tOne\n"
        "list-item\tTwo\342\200\242three\n"
        "list-item\tFour\n"
        "body\tIt ended.\n");
}

static void bullets_without_words_end(void **state)
{
    (void)state;
    assert_blocks(BODY "\342\200\242 One \342\200\242 \342\200\242 . \342\200\242\n", NR_INPUT_TEXT,
                  "body\tThe river rose in the night and nobody saw it until the morning.\n"
                  "list-item\tOne\n"
                  "boilerplate\t\342\200\242\n"
                  "boilerplate\t\342\200\242 . \342\200\242\n");
}

static void underlining_is_no_text(void **state)
{
    (void)state;
    assert_blocks("He was _not_ in, (_never_), said _Le Monde._ But a_b, 5_000 and ____ stay.\n", NR_INPUT_TEXT,
                  "body\tHe was not in, (never), said Le Monde. But a_b, 5_000 and ____ stay.\n");
}

static void ornaments_beside_words_are_no_text(void **state)
{
    (void)state;
    assert_blocks("//////////News\n\n=========\n\nNotes ............ 12\nDots........please ....... wait.\n",
                  NR_INPUT_PROSE,
                  "body\tNews\nbody\t=========\nbody\tNotes 12\nbody\tDots please ....... wait.\n");
}

static void lines_are_joined_where_words_show_it(void **state)
{
    (void)state;
    assert_blocks("The price\n. So it was\n, she said\n. . . and more, at 400 yd\n( 365 m ).\n", NR_INPUT_PROSE,
                  "body\tThe price. So it was, she said . . . and more, at 400 yd ( 365 m ).\n");
    assert_blocks(
        "A list\n(a) one\n\nfeatures\ncontact manager\nevents, activities\n", NR_INPUT_PROSE,
        "body\tA list\nbody\t(a) one\nbody\tfeatures\nbody\tcontact manager\nbody\tevents, activities\n");
}

static void a_date_under_a_headline_is_a_line_of_its_own(void **state)
{
    (void)state;
    assert_blocks(
        "Minutes of the council of the parish\nTuesday 4 April 2023\n\n"
        "Present were the chairman, four members and a dog. Apologies\nhad been received from Mrs Abara, who "
        "was\nlocked out of her house, and not for the first time, on\n4 April 2023\nand again on the fifth of "
        "it, by\nherself.\n",
        NR_INPUT_TEXT,
        "headline\tMinutes of the council of the parish\n"
        "byline\tTuesday 4 April 2023\n"
        "body\tPresent were the chairman, four members and a dog. Apologies had been received from Mrs Abara, "
        "who was locked out of her house, and not for the first time, on 4 April 2023 and again on the fifth of "
        "it, by herself.\n");
}

static void list_items_keep_their_lines(void **state)
{
    (void)state;
    assert_blocks("It began.\n\n- an item that\n  Hangs over\n- another \342\200\223 with a\ndash\n\nIt ended.\n",
                  NR_INPUT_TEXT,
                  "body\tIt began.\n"
                  "list-item\tan item that Hangs over\n"
                  "list-item\tanother \342\200\223 with a dash\n"
                  "body\tIt ended.\n");
    assert_blocks(
        "It began.\n\n"
        "1. Buy as many of the sandbags as you can carry, but at most\n"
        "12. Then fill them with sand from the heap behind the church\n"
        "2. Go home and wait for the siren or for a knock at the door\n"
        "- which may be late - and be ready to leave within the hour.\n\n"
        "It ended.\n",
        NR_INPUT_TEXT,
        "body\tIt began.\n"
        "list-item\t1. Buy as many of the sandbags as you can carry, but at most 12. Then fill them with "
        "sand from the heap behind the church\n"
        "list-item\t2. Go home and wait for the siren or for a knock at the door - which may be late - and "
        "be ready to leave within the hour.\n"
        "body\tIt ended.\n");
    assert_blocks("He wrote:\n> the trains are off\n> and so am I\nand left.\n", NR_INPUT_TEXT,
                  "body\tHe wrote:\n"
                  "quote\tthe trains are off and so am I\n"
                  "body\tand left.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_get_the_role_that_a_reader_would_give),
        cmocka_unit_test(reasons_name_the_evidence),
        cmocka_unit_test(writer_and_date_are_found),
        cmocka_unit_test(title_is_the_shorter_headline),
        cmocka_unit_test(wrapped_lines_flow_again),
        cmocka_unit_test(several_bullets_on_a_line_are_several_items),
        cmocka_unit_test(bullets_without_words_end),
        cmocka_unit_test(underlining_is_no_text),
        cmocka_unit_test(ornaments_beside_words_are_no_text),
        cmocka_unit_test(lines_are_joined_where_words_show_it),
        cmocka_unit_test(a_date_under_a_headline_is_a_line_of_its_own),
        cmocka_unit_test(list_items_keep_their_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
