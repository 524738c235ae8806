#include "en.h"

/* In doubt there is no row: then the engine's own reading stands, which knows verbs behind pronouns and nouns
 * behind articles.  In the order of strcmp(); of several rows for a word the first that fits counts. */
static const struct heteronym heteronyms[] = {
    {.word = "abuse", .british = "@bj'u:z", .after = "him|them|me"},
    {.word = "advocate",
     .british = "'adv@k@t",
     .before = "an|the|leading|passionate|strong|fierce|rights|health|victims|patient|consumer|"
               "staunch|tireless|vocal|former|devil's|lord|public|outspoken|prominent|privacy|"
               "housing|women's|children's|animal"},
    {.word = "advocates",
     .british = "'adv@k@ts",
     .before = "an|the|leading|passionate|strong|fierce|rights|health|victims|patient|consumer|"
               "staunch|tireless|vocal|former|devil's|lord|public|outspoken|prominent|privacy|"
               "housing|women's|children's|animal|many|some|most|other"},
    {.word = "advocates",
     .british = "'adv@k@ts",
     .before = ".",
     .after = "say|said|argue|argued|warn|warned|hope|have|had|are|were|for|of"},
    {.word = "aged",
     .british = "'eIdZId",
     .before = "an|his|her|their|the|my|our|in|for|into|of",
     .after = "care|parents|parent|relatives|relative|aunt|uncle|grandmother|grandfather|"
              "mother|father"},
    {.word = "associate",
     .british = "@s'oUSi@t",
     .after = "professor|director|editor|dean|producer|member|justice|minister|members|judge|"
              "fellow"},
    {.word = "associate",
     .british = "@s'oUSi@t",
     .before = "an|close|business|former|longtime|long-time|known|criminal|senior|alleged|"
               "political",
     .after = "!with"},
    {.word = "associates",
     .british = "@s'oUSi@ts",
     .before = "his|her|their|its|close|business|known|former|and|political|of|criminal|other"},
    {.word = "attribute",
     .british = "@tr'Ibju:t",
     .before = "!an|the|key|important|each|every|one|this|that",
     .after = "it|the|this|that|his|her|their|much|these|any|some"},
    {.word = "bass", .british = "b'as", .before = "sea|striped|largemouth|smallmouth|grilled"},
    {.word = "bass", .british = "b'as", .after = "fishing|fishery|fisherman|fishermen"},
    {.word = "best-read", .british = "bEst r'Ed"},
    {.word = "blessed", .british = "bl'EsId", .after = "virgin|sacrament|mother|are"},
    {.word = "bow", .british = "b'aU", .after = "out|down|to|doors|wave|thruster|thrusters"},
    {.word = "bow",
     .british = "b'aU",
     .before_that = "take|takes|took|taking|taken|taking",
     .before = "a|his|her|their|its|one"},
    {.word = "bow",
     .british = "b'aU",
     .before = "the|her|its",
     .after = "of|and",
     .somewhere = "ship|ship's|boat|boat's|vessel|vessel's|yacht|ferry|tanker|submarine|canoe|"
                  "stern|deck|crew"},
    {.word = "bows", .british = "b'aUz", .after = "out|down|to"},
    {.word = "bows", .british = "b'aUz", .before_that = "across", .before = "the|its|their|her|our"},
    {.word = "buffet",
     .british = "b'UfeI",
     .american = "b@f'eI",
     .before = "a|the|breakfast|lunch|all-you-can-eat|cold|hot|running|hotel|salad",
     .after = "!the|a|him|her|it|us|them"},
    {.word = "buffet",
     .british = "b'UfeI",
     .american = "b@f'eI",
     .after = "car|lunch|dinner|table|breakfast|restaurant|restaurants|style"},
    {.word = "close",
     .british = "kl'oUz",
     .before_that = "to",
     .before = "a",
     .after = ".|and|on|in|with|after|as|when|for"},
    {.word = "close",
     .british = "kl'oUz",
     .before_that = "at|by|before|after|until|towards|since|from|stock|.",
     .before = "the|market",
     .after = "of|.|on"},
    {.word = "close",
     .british = "kl'oUz",
     .before = "schools|shops|pubs|banks|polls|stores|restaurants|factories|markets|offices|"
               "libraries|roads|borders|branches|hospitals|gates|doors|businesses|museums|"
               "stations|mines|bars|nightclubs|clubs|courts",
     .after = "all|more|hundreds|thousands|dozens|branches|stores|at|on|for|early|in|their|its|"
              "by|after|during|today|tomorrow|down|."},
    {.word = "conduct",
     .british = "k@nd'Vkt",
     .before = "scientists|researchers|doctors|officials|officers|analysts|experts|economists|"
               "judges|teachers|workers|students|companies|firms|banks|artists|musicians|fans|"
               "users|players|teams|lawyers|campaigners|residents|voters|people|ministers|"
               "leaders|authorities|forecasters|historians|astronomers|critics|parents|"
               "countries|states|rules|laws|regulations|farmers|investigators|detectives|"
               "prosecutors|candidates|pollsters|clubs|councils",
     .after = "a|an|the|it|them|their|his|her|its|this|these|those|such|any"},
    {.word = "content",
     .british = "k@nt'Ent",
     .before = "is|are|was|were|be|been|am|not|seem|seems|seemed|remain|remained|feel|feels|"
               "quite|perfectly|never|being|he's|she's|i'm|they're|we're",
     .after = "with|to"},
    {.word = "contest",
     .british = "k@nt'Est",
     .before = "scientists|researchers|doctors|officials|officers|analysts|experts|economists|"
               "judges|teachers|workers|students|companies|firms|banks|artists|musicians|fans|"
               "users|players|teams|lawyers|campaigners|residents|voters|people|ministers|"
               "leaders|authorities|forecasters|historians|astronomers|critics|parents|"
               "countries|states|rules|laws|regulations|farmers|investigators|detectives|"
               "prosecutors|candidates|pollsters|clubs|councils",
     .after = "a|an|the|it|them|their|his|her|its|this|these|those|such|any"},
    {.word = "dove",
     .british = "d'oUv",
     .before = "he|she|they|it|who|i|we",
     .after = "into|in|for|down|headfirst|under|off|deep|straight|from|through|to"},
    {.word = "excuse", .british = "Ekskj'u:z", .after = "me|us|him|them|yourself|ourselves|himself"},
    {.word = "excuse",
     .british = "Ekskj'u:z",
     .before = "to|can't|cannot|not|could|can|would|will|please|doesn't|don't|didn't"},
    {.word = "import",
     .british = "'ImpO@t",
     .after = "tariffs|duties|duty|tariff|ban|bans|taxes|tax|controls|checks|costs|prices|"
              "restrictions|licence|license|quota|quotas|levy|levies"},
    {.word = "imports",
     .british = "'ImpO@ts",
     .before = "chinese|us|russian|oil|gas|food|steel|on|of|all|foreign|cheap|and|european|eu|"
               "british|american|energy|car|cheaper|in|for|grain|goods|ukrainian|canadian|"
               "mexican|japanese|agricultural|cheap|beef|lng",
     .after = "!the|a|about"},
    {.word = "lead",
     .british = "l'Ed",
     .before = "!to|will|would|could|can|may|might|should|must|not|they|we|who|that|which|in|i|"
               "you|did|it|this|also|often",
     .after = "pipe|pipes|piping|pipework|poisoning|paint|paints|contamination|acid|batteries|"
              "bullets|bullet|pellets|ammunition|weights|smelter|smelters|smelting|ore|ores|"
              "roof|roofs|roofing|flashing|mine|mines|mining|dust|solder|crystal|levels|"
              "exposure|concentrations|isotopes"},
    {.word = "lead", .british = "l'Ed", .before = "molten|toxic|metallic|airborne"},
    {.word = "lead",
     .british = "l'Ed",
     .before_that = "made|traces|trace|levels|level|amounts|amount|sheet|sheets|ton|tons|tonnes|"
                    "pounds|ounces|kilograms|lump|lumps|piece|pieces|dose|doses|concentrations|"
                    "concentration|quantities|quantity|effects|strips|rolls",
     .before = "of",
     .after = "!the|a|an|his|her|singer|role|actor|author|times|time|changes|by|over|in|up|to"},
    {.word = "lead",
     .british = "l'Ed",
     .before_that = "exposure|exposed",
     .before = "to",
     .after = "!the|a|an|them|us|him|her|his|their|to|by|from|this|its|it"},
    {.word = "lead-acid", .british = "l'Ed asId"},
    {.word = "lead-based", .british = "l'Ed beIst"},
    {.word = "lead-contaminated", .british = "l'Ed k@nt'amIneItId"},
    {.word = "lead-free", .british = "l'Ed fr'i:"},
    {.word = "lead-lined", .british = "l'Ed laInd"},
    {.word = "lead-tainted", .british = "l'Ed teIntId"},
    {.word = "learned", .british = "l'3:nId", .after = "friend|friends|judge|counsel|societies|society|journals"},
    {.word = "live",
     .british = "l'Iv",
     .before = "people|families|residents|children|women|men|pensioners|refugees|migrants|"
               "patients|couples|workers|students|parents|adults|americans|britons|millions|"
               "thousands|hundreds|most|many|others|some|those|half|them|households|locals|"
               "villagers|relatives|species|animals|bears|sharks|birds|russians|ukrainians|"
               "palestinians|israelis|christians|muslims|jews|australians|canadians|tenants|"
               "teenagers|adults",
     .after = "in|with|near|under|without|alone|together|there|here|below|among|alongside|"
              "longer|abroad|on|at|within|outside|nearby"},
    {.word = "lives",
     .british = "l'Ivz",
     .only_small = true,
     .before_that = "!of|their|our|the|save|saved|lost|claimed|black",
     .before = "-their|-our|-my|-your|-his|-her|-its|-the|-many|-more|-these|-those|-some|-all|"
               "-black|-innocent|-human|-daily|-everyday|-young|-no|-two|-three|-most|-other|"
               "-such|-several|-new|-past|-private|-working|-saving|-changing|-losing|-as|-in|"
               "-of|-and|-for|-but|@|now|still|currently|also|family|couple|man|woman|mother|"
               "father|daughter|son|brother|sister|actor|widow|singer|author|king|queen|nobody|"
               "everyone|everybody|one|population|community",
     .after = "in|with|near|alone|there|here|at|next|abroad|on"},
    {.word = "minute",
     .british = "maIn'ju:t",
     .before = "!one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|"
               "last|final|first|per|next|this|that|another|every|each|full",
     .after = "detail|details|amount|amounts|quantities|quantity|particles|particle|traces|"
              "fraction|fractions|differences|fragments|fragment|organisms|creatures|"
              "variations|doses|dose|scale|proportion|concentrations"},
    {.word = "most-read", .british = "moUst r'Ed"},
    {.word = "much-read", .british = "mVtS r'Ed"},
    {.word = "object",
     .british = "@bdZ'Ekt",
     .before = "residents|officials|critics|campaigners|neighbours|neighbors|people|many|some|"
               "parents|mps|users|others|councillors|villagers|farmers|unions|lawyers|"
               "shareholders",
     .after = "to|strongly|that"},
    {.word = "objects",
     .british = "@bdZ'Ekts",
     .before = "he|she|it|who|nobody|anyone|someone|everyone|government|council|party",
     .after = "to|strongly|that"},
    {.word = "permit",
     .british = "p3m'It",
     .before = "scientists|researchers|doctors|officials|officers|analysts|experts|economists|"
               "judges|teachers|workers|students|companies|firms|banks|artists|musicians|fans|"
               "users|players|teams|lawyers|campaigners|residents|voters|people|ministers|"
               "leaders|authorities|forecasters|historians|astronomers|critics|parents|"
               "countries|states|rules|laws|regulations|farmers|investigators|detectives|"
               "prosecutors|candidates|pollsters|clubs|councils",
     .after = "a|an|the|it|them|their|his|her|its|this|these|those|such|any"},
    {.word = "present",
     .british = "prIz'Ent",
     .before = "scientists|researchers|doctors|officials|officers|analysts|experts|economists|"
               "judges|teachers|workers|students|companies|firms|banks|artists|musicians|fans|"
               "users|players|teams|lawyers|campaigners|residents|voters|people|ministers|"
               "leaders|authorities|forecasters|historians|astronomers|critics|parents|"
               "countries|states|rules|laws|regulations|farmers|investigators|detectives|"
               "prosecutors|candidates|pollsters|clubs|councils",
     .after = "a|an|the|it|them|their|his|her|its|this|these|those|such|any"},
    {.word = "produce",
     .british = "pr'0dju:s",
     .american = "pr'oUdu:s",
     .before = "fresh|farm|local|agricultural|garden|dairy|seasonal|organic|home-grown|imported|"
               "surplus|perishable"},
    {.word = "produce",
     .british = "pr'0dju:s",
     .american = "pr'oUdu:s",
     .before = "!to|they|we",
     .after = "aisle|aisles|section|department|stand|stands|stall|stalls"},
    {.word = "project",
     .british = "pr@dZ'Ekt",
     .before = "scientists|researchers|doctors|officials|officers|analysts|experts|economists|"
               "judges|teachers|workers|students|companies|firms|banks|artists|musicians|fans|"
               "users|players|teams|lawyers|campaigners|residents|voters|people|ministers|"
               "leaders|authorities|forecasters|historians|astronomers|critics|parents|"
               "countries|states|rules|laws|regulations|farmers|investigators|detectives|"
               "prosecutors|candidates|pollsters|clubs|councils",
     .after = "a|an|that|growth|sales|profits|losses|it"},
    {.word = "projects",
     .british = "pr@dZ'Ekts",
     .before_that = "!of",
     .before = "-their|-our|-my|-your|-his|-her|-its|-the|-many|-more|-these|-those|-some|-all|"
               "-no|-two|-three|-most|-other|-such|-several|-new|-past|-private|-working|-as|"
               "-in|-of|-and|-for|-but|@|firm|company|bank|report|model|study|government|office",
     .after = "a|an|growth|sales|profits|losses"},
    {.word = "protest",
     .british = "pr@t'Est",
     .before = "workers|students|farmers|thousands|people|hundreds|residents|activists|fans|"
               "protesters|nurses|doctors|teachers|demonstrators|taxi-drivers|pensioners|"
               "villagers",
     .after = "against|over|outside|at|in|about|on"},
    {.word = "read",
     .british = "r'Ed",
     .before_that = "!did|does|do|didn't|doesn't|don't|can|could|will|would|should|shall|must|may|"
                    "might|let|lets|make|makes|made|help|helps|helped|hear|heard|hearing|watch|"
                    "watched|watching|see|saw|seen|had|has|have",
     .before = "he|she|it"},
    {.word = "read",
     .british = "r'Ed",
     .before_that = "a|the|this|that|his|her|its|their|one|another|each|every",
     .before = "statement|letter|sign|note|message|notice|headline|placard|banner|email|e-mail|"
               "caption|inscription|plaque|tweet|memo|telegram|label|poster|slogan"},
    {.word = "read", .british = "r'Ed", .before = "widely"},
    {.word = "read",
     .british = "r'Ed",
     .before_that = "the|its|their|our|week's|year's|today's",
     .before = "most"},
    {.word = "read",
     .british = "r'Ed",
     .before_that = "!did|does|do|didn't|doesn't|don't|can|could|will|would|should|shall|must|may|"
                    "might|let|lets|make|makes|made|help|helps|helped|hear|heard|hearing|watch|"
                    "watched|watching|see|saw|seen|had|has|have",
     .before = "i|we|you|they|who",
     .somewhere = "yesterday|ago"},
    {.word = "record",
     .british = "rIk'o@d",
     .before = "scientists|researchers|doctors|officials|officers|analysts|experts|economists|"
               "judges|teachers|workers|students|companies|firms|banks|artists|musicians|fans|"
               "users|players|teams|lawyers|campaigners|residents|voters|people|ministers|"
               "leaders|authorities|forecasters|historians|astronomers|critics|parents|"
               "countries|states|rules|laws|regulations|farmers|investigators|detectives|"
               "prosecutors|candidates|pollsters|clubs|councils",
     .after = "a|an|the|it|them|their|his|her|its|this|these|those|such|any"},
    {.word = "refuse",
     .british = "r'Efju:s",
     .before = "!to|they|we|who|will|would|could|can|may|might|should|must|you|i|people|and|"
               "often|also|not",
     .after = "collection|collections|collector|collectors|bins|bin|bags|sacks|lorry|lorries|"
              "truck|trucks|tip|disposal|site|dump|heap|vehicles"},
    {.word = "refuse", .british = "r'Efju:s", .before = "household|domestic|uncollected|rotting"},
    {.word = "resume",
     .british = "r'Ezju:m,eI",
     .american = "r'EzUm,eI",
     .before = "a|his|her|my|your|impressive|long|academic|fake|one's|the",
     .after = "!play|work|talks|the|normal|flights|his|her|training|operations"},
    {.word = "row",
     .british = "r'aU",
     .only_british = true,
     .before = "furious|bitter|blazing|political|diplomatic|public|angry|heated|fierce|growing|"
               "escalating|ongoing|latest|major|huge|racism|sexism|antisemitism|legal|"
               "transatlantic|planning|expenses|brexit|cross-party|unholy|almighty|explosive|"
               "damaging|spending|funding|tax|pay|trade|transfer|ethics|sleaze|immigration|"
               "drunken|marital",
     .after = "!of"},
    {.word = "row",
     .british = "r'aU",
     .only_british = true,
     .before_that = "!in|on|from|to|down",
     .before = "a|the|this|that|new|fresh",
     .after = "over|about|erupts|erupted|broke|deepens|deepened|escalates|escalated|rumbles|"
              "intensifies|intensified|brewing|blew"},
    {.word = "row",
     .british = "r'aU",
     .only_british = true,
     .before_that = "had|having|has|have",
     .before = "a",
     .after = "with"},
    {.word = "rows",
     .british = "r'aUz",
     .only_british = true,
     .before = "furious|bitter|blazing|political|diplomatic|public|angry|heated|fierce|growing|"
               "escalating|ongoing|latest|major|huge|racism|sexism|antisemitism|legal|"
               "transatlantic|planning|expenses|brexit|cross-party|unholy|almighty|explosive|"
               "damaging|spending|funding|tax|pay|trade|transfer|ethics|sleaze|immigration|"
               "drunken|marital",
     .after = "!of"},
    {.word = "suspect",
     .british = "s@sp'Ekt",
     .before = "police|detectives|investigators|officers|officials|doctors|scientists|experts|"
               "researchers|many|some|prosecutors|authorities|analysts|critics|astronomers|"
               "historians",
     .after = "that|the|he|she|it|they|a|an|his|her|there|foul|arson|someone|him|them"},
    {.word = "tear",
     .british = "t'e@",
     .before = "!a|the|this|that|one|another|single|no|every|lone|solitary|his|her|my|rotator|"
               "cuff|ligament|muscle|hamstring|cartilage|meniscus|labrum|wear|or|and",
     .after = "down|apart|into|through|off|up|open"},
    {.word = "tears",
     .british = "t'e@z",
     .before = "!of|in|her|his|with|their|my|our|the|and|shed|no|by|from|more|few",
     .after = "through|apart|into|off|open"},
    {.word = "use",
     .british = "j'u:z",
     .before = "!the|no|any|in|of|a|their|its|for|this|that's|her|his|our|my|'s",
     .after = "a|an|the|it|them|their|his|her|its|this|these|those|my|your|our|him"},
    {.word = "used",
     .british = "j'u:st",
     .before = "i|he|she|we|you|they|who|there|that|which|people|never|get|got|getting|gets|"
               "become|became|becoming|gotten",
     .after = "to"},
    {.word = "used", .british = "j'u:st", .before_that = "!has|had|have", .before = "it", .after = "to"},
    {.word = "well-read", .british = "wEl r'Ed"},
    {.word = "widely-read", .british = "waIdli r'Ed"},
    {.word = "wind",
     .british = "w'aInd",
     .before = "roads|paths|rivers|trails|streets|lanes|queues|tracks|they|that|which",
     .after = "through|around|along|up|down|past"},
    {.word = "wind",
     .british = "w'aInd",
     .before = "companies|firms|funds|businesses|banks|operations",
     .after = "down|up"},
    {.word = "wind", .british = "w'aInd", .before = "!the|a|strong|high|of|cold|no", .after = "their|its"},
    {.word = "winds",
     .british = "w'aIndz",
     .before = "road|river|path|route|trail|street|lane|it|which|that|procession|queue|railway|"
               "stream|tale|story",
     .after = "through|along|its|around|past|between"},
    {.word = "wound",
     .british = "w'aUnd",
     .before = "!the|a|his|her|my|stab|head|gunshot|bullet|knife|flesh|chest|open|leg|this|that|"
               "an|its|neck|stomach|shrapnel|fatal|deep|and|neck|facial|self-inflicted|entry|"
               "exit",
     .after = "through|around|along|its|their|round"},
};

const struct table en_heteronyms = TABLE(heteronyms);
