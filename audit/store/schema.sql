-- The archive of audited articles, version 4 (PRAGMA user_version). docs/store.md tells researchers how to ask it.
--
-- Keys. The integer key of a table has the table's name, so that tables join by USING: an article's sources are
-- `article JOIN source USING (article)`, who said an attribution is `attribution JOIN source USING (article, source)`.
-- `article` counts articles as they were stored, `source` is the 7 of "s7", `attribution` the 12 of "a12", `claim` the
-- 3 of "c3". What people call an article is article.id, a text. A passage's key is article × 1,000,000 + its number.
-- All rows of an article lie together, at the end of their table when they are written, and leave together.
--
-- Empty words are '' where a thing can be empty ("medium"), NULL where it was not given ("outlet"). Spans are JSON,
-- [[begin,end],…] in code points of the article's text. Foreign keys are declared for readers and for `store check`;
-- they are not enforced while writing.

-- ---- Dictionaries: words that come with the rules and policies, each once.

-- Rules, policy, evidence and options of a run, as one digest: an article is skipped where it was audited by the same.
CREATE TABLE rules (
  rules INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE
) STRICT;

-- The rule packs of such a run.
CREATE TABLE pack (
  rules INTEGER NOT NULL REFERENCES rules,
  position INTEGER NOT NULL,
  pack TEXT NOT NULL,
  version TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (rules, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy (
  policy INTEGER PRIMARY KEY,
  id TEXT NOT NULL,                -- 'default', 'ap'
  name TEXT NOT NULL,
  questions TEXT NOT NULL,         -- JSON list of words: for the desk, what no text can answer
  UNIQUE (id, name, questions)
) STRICT;

CREATE TABLE rule (
  rule INTEGER PRIMARY KEY,
  id TEXT NOT NULL,                -- 'say.basic', 'evidence'
  name TEXT NOT NULL,              -- 'X said'
  UNIQUE (id, name)
) STRICT;

CREATE TABLE policy_check (
  policy_check INTEGER PRIMARY KEY,
  id TEXT NOT NULL,                -- 'anonymous-source'
  title TEXT NOT NULL,             -- for people, or ''
  why TEXT NOT NULL,               -- why the policy asks, or ''
  page TEXT NOT NULL,              -- what it rests on, or ''
  UNIQUE (id, title, why, page)
) STRICT;

CREATE TABLE measure (
  measure INTEGER PRIMARY KEY,
  id TEXT NOT NULL,                -- 'named-share'
  label TEXT NOT NULL,
  UNIQUE (id, label)
) STRICT;

-- ---- An article and what was found in it.

CREATE TABLE article (
  article INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,         -- unique in the collection
  path TEXT NOT NULL,
  title TEXT,
  outlet TEXT,
  byline TEXT,
  published TEXT,                  -- ISO 8601
  month TEXT GENERATED ALWAYS AS (substr(published, 1, 7)) VIRTUAL,
  genre TEXT,
  url TEXT,
  language TEXT,
  encoding TEXT,
  format TEXT,
  words INTEGER NOT NULL,
  sha256 TEXT NOT NULL,            -- of the bytes that were read
  rules INTEGER NOT NULL REFERENCES rules,
  policy INTEGER NOT NULL REFERENCES policy,
  score INTEGER,                   -- 0…100; NULL: withheld
  grade TEXT,                      -- 'A'…; NULL: withheld
  withheld TEXT,                   -- why there is no score, a sentence; NULL: there is one
  withheld_id TEXT,                -- 'language', 'genre', 'too-little'; NULL: there is a score
  language_how TEXT,               -- how the language is known: 'record', 'text', …; NULL: audited before version 3
  genre_told TEXT,                 -- how the genre is: JSON ["section","its section","Opinion","0.95"]; NULL: not known
  margin INTEGER                   -- points by which the score may as well be higher or lower
) STRICT;

-- The text that all spans index, in UTF-8 and then as one zstd frame; `hearsay store` and `report` show it. `blocks` is
-- JSON: [[kind, begin, end], …]. Of a draft `notes` are its comments and footnotes, JSON [[id, kind, begin, end, author,
-- date, text, links, evidence], …], and `remarks` what reading the file left to say, a JSON list of words; NULL: none.
CREATE TABLE body (
  article INTEGER PRIMARY KEY REFERENCES article,
  text BLOB NOT NULL,
  blocks TEXT NOT NULL,
  notes TEXT,
  remarks TEXT,
  perhaps TEXT,      -- JSON list of findings whose readings are not sure, as in the scorecard
  corrected TEXT     -- JSON list of what people corrected, as "corrections" of the scorecard; NULL: nothing
) STRICT;

-- Who is used as a source in one article. The same person in another article is another row of the same name.
CREATE TABLE source (
  article INTEGER NOT NULL REFERENCES article,
  source INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,              -- 'named-person', 'unnamed-group', …
  anonymous INTEGER NOT NULL,      -- 0, 1
  specificity TEXT,                -- of the anonymous: 'bare' … 'reasoned', the ladder; NULL: is named
  reliability TEXT NOT NULL,       -- 'A'…'F'; '': nobody graded it
  description TEXT,
  affiliation TEXT,
  aliases TEXT,                    -- JSON list of words; NULL: none
  mentions TEXT NOT NULL,          -- spans
  judgement TEXT,                  -- who graded it and what a register says of it: JSON list (store/columns.h); NULL: nobody, nothing
  PRIMARY KEY (article, source)
) STRICT, WITHOUT ROWID;

-- Who says what. Its words are passage.text.
CREATE TABLE attribution (
  article INTEGER NOT NULL REFERENCES article,
  attribution INTEGER NOT NULL,
  source INTEGER,                  -- NULL: not stated
  type TEXT NOT NULL,              -- 'direct', 'mixed', 'indirect'
  quoted INTEGER GENERATED ALWAYS AS (type <> 'indirect') VIRTUAL,
  passage INTEGER REFERENCES passage,  -- NULL: no content
  rule INTEGER NOT NULL REFERENCES rule,
  medium TEXT NOT NULL,            -- 'statement', … or ''
  stance TEXT NOT NULL,
  confidence REAL,                 -- that this is an attribution
  within INTEGER,                  -- the attribution in whose content this one lies; NULL: none
  traced INTEGER NOT NULL,         -- 0, 1: through identified hops to its origin
  recipient TEXT NOT NULL,         -- words, or ''
  reason TEXT NOT NULL,            -- why the source is not named, or ''
  source_span TEXT NOT NULL,       -- spans, as are the next two
  cue TEXT NOT NULL,
  content TEXT NOT NULL,
  links TEXT,                      -- JSON list of addresses; NULL: none
  chain TEXT,                      -- JSON [[source or null, name, medium], …] from the article outwards; NULL: one hop,
                                   -- the source itself with its name and no medium
  signature BLOB,                  -- keys of the content (trace): 8 bytes each, the highest first; NULL: none
  source_confidence REAL,          -- that it is this source; NULL: audited before version 2
  statement INTEGER NOT NULL DEFAULT 1,  -- 0: believed, meant or done, and told nobody (version 3)
  PRIMARY KEY (article, attribution),
  FOREIGN KEY (article, source) REFERENCES source
) STRICT, WITHOUT ROWID;

-- The relays of an attribution, from the article outwards (position 0, 1, …).
CREATE TABLE via (
  article INTEGER NOT NULL,
  attribution INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source INTEGER NOT NULL,
  PRIMARY KEY (article, attribution, position),
  FOREIGN KEY (article, attribution) REFERENCES attribution,
  FOREIGN KEY (article, source) REFERENCES source
) STRICT, WITHOUT ROWID;

-- The words of contents and claims, each once in its article. A content of several pieces is joined by " … ".
CREATE TABLE passage (
  passage INTEGER PRIMARY KEY,
  article INTEGER GENERATED ALWAYS AS (passage / 1000000) VIRTUAL,
  text TEXT NOT NULL
) STRICT;

-- A checkable statement, attributed or not.
CREATE TABLE claim (
  article INTEGER NOT NULL REFERENCES article,
  claim INTEGER NOT NULL,
  passage INTEGER REFERENCES passage,
  status TEXT NOT NULL,            -- 'named', 'anonymous', 'author', 'unattributed'
  kind TEXT,
  credibility INTEGER NOT NULL,    -- 1…6; 0: fewer than two chains carry it
  span TEXT NOT NULL,              -- spans
  notes TEXT,                      -- JSON list of the notes that document it; NULL: none
  PRIMARY KEY (article, claim)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_attribution (
  article INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  position INTEGER NOT NULL,
  attribution INTEGER NOT NULL,
  PRIMARY KEY (article, claim, position),
  FOREIGN KEY (article, claim) REFERENCES claim,
  FOREIGN KEY (article, attribution) REFERENCES attribution
) STRICT, WITHOUT ROWID;

-- A policy check that failed.
CREATE TABLE finding (
  article INTEGER NOT NULL REFERENCES article,
  finding INTEGER NOT NULL,        -- 1 … in the scorecard's order
  policy_check INTEGER NOT NULL REFERENCES policy_check,
  severity TEXT NOT NULL,          -- 'note', 'warning', 'error'
  message TEXT NOT NULL,
  span TEXT NOT NULL,              -- spans; []: the whole article
  line INTEGER,                    -- in the file, from 1; NULL: the whole article
  col INTEGER,                     -- in code points, from 1
  paragraph INTEGER,               -- of a file without lines, from 1; NULL: it has lines
  opening TEXT,                    -- how that paragraph begins
  fingerprint TEXT NOT NULL,
  kind TEXT,                       -- 'anonymous', 'unsourced' …; NULL: audited before version 3
  certainty REAL,                  -- of the readings it rests on
  likelihood REAL,                 -- that a careful editor raises it
  reasons TEXT,                    -- JSON list, id and words in turn: ["no-reason", "why there is no name is not said"]
  PRIMARY KEY (article, finding)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding_attribution (
  article INTEGER NOT NULL,
  finding INTEGER NOT NULL,
  position INTEGER NOT NULL,
  attribution INTEGER NOT NULL,
  PRIMARY KEY (article, finding, position),
  FOREIGN KEY (article, finding) REFERENCES finding,
  FOREIGN KEY (article, attribution) REFERENCES attribution
) STRICT, WITHOUT ROWID;

-- What the score is made of.
CREATE TABLE article_measure (
  article INTEGER NOT NULL REFERENCES article,
  position INTEGER NOT NULL,
  measure INTEGER NOT NULL REFERENCES measure,
  value REAL,                      -- 0…1; NULL: does not apply to this article
  weight REAL,
  evidence TEXT NOT NULL,          -- JSON list of ids that cost points: ["a3","c1"]
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

-- ---- The desk: drafts in work, their versions, and what people said of them. Nothing here is an archived article: a
-- draft has an id of its own and needs no scorecard.

CREATE TABLE draft (
  draft INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE          -- as whoever keeps it calls it
) STRICT;

-- The bytes as they were given, in the order of their times; of equal times as they came.
CREATE TABLE draft_version (
  draft_version INTEGER PRIMARY KEY AUTOINCREMENT,
  draft INTEGER NOT NULL REFERENCES draft,
  at TEXT NOT NULL,                -- ISO 8601, UTC
  name TEXT NOT NULL,              -- of the file, which tells its format: 'draft.md'
  by TEXT,                         -- who kept it; NULL or '': not given
  sha256 TEXT NOT NULL,            -- of the bytes
  size INTEGER NOT NULL,           -- of the bytes
  bytes BLOB NOT NULL,             -- one zstd frame
  outlet TEXT                      -- who prints it; NULL: not given
) STRICT;
CREATE INDEX draft_version_of ON draft_version (draft, at);

-- What people said of a draft, whatever its version (docs/corrections.md).
CREATE TABLE correction (
  draft INTEGER NOT NULL REFERENCES draft,
  id TEXT NOT NULL,                -- of all that follow: the same correction is one row
  kind TEXT NOT NULL,              -- 'reading', 'source', 'named', 'source-kind', 'finding', 'claim'
  target TEXT NOT NULL,            -- fingerprint of the thing, 16 hexadecimal digits
  words TEXT NOT NULL,             -- of the thing
  value TEXT NOT NULL,
  source_kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  evidence TEXT NOT NULL,
  by TEXT NOT NULL,                -- who says so
  at TEXT NOT NULL,                -- ISO 8601, UTC
  PRIMARY KEY (draft, id)
) STRICT, WITHOUT ROWID;

-- The check sheet of a draft with what people entered (docs/checksheet.md).
CREATE TABLE draft_sheet (
  draft INTEGER PRIMARY KEY REFERENCES draft,
  number INTEGER NOT NULL,         -- counts its changes, from 1
  bytes BLOB NOT NULL              -- CSV, one zstd frame
) STRICT;

-- What an address said before: an article that was replaced by one of the same id and another text. The questions are
-- asked of the latest alone; `report changes` and `compare` read these.
CREATE TABLE version (
  version INTEGER PRIMARY KEY,     -- counts with article.article: what was stored earlier has less
  id TEXT NOT NULL,                -- article.id, as long as it was the latest
  url TEXT,
  sha256 TEXT NOT NULL,            -- of the bytes that were read
  rules TEXT NOT NULL,             -- digest of what judged it
  card BLOB NOT NULL               -- its scorecard as JSON, one zstd frame
) STRICT;
CREATE INDEX version_by_id ON version (id);
CREATE INDEX version_by_url ON version (url) WHERE url IS NOT NULL;

-- ---- Asking.

-- Full text over passages: SELECT passage.text FROM search JOIN passage ON passage.passage = search.rowid
-- WHERE search MATCH 'pump NEAR failure'.
CREATE VIRTUAL TABLE search USING fts5 (
  text, content = 'passage', content_rowid = 'passage', tokenize = 'unicode61 remove_diacritics 2'
);

-- An attribution as the reader of its article gets it; one row each. `via` is a JSON list of names.
CREATE VIEW utterance AS
SELECT
  attribution.article,
  article.id,
  article.outlet,
  article.published,
  attribution.attribution,
  passage.text,
  source.name AS source,
  source.kind,
  coalesce(source.anonymous, 0) AS anonymous,
  (SELECT json_group_array(relay.name) FROM
    (SELECT name FROM via JOIN source USING (article, source)
     WHERE via.article = attribution.article AND via.attribution = attribution.attribution
     ORDER BY via.position) AS relay) AS via,
  attribution.medium,
  attribution.quoted,
  attribution.confidence,
  attribution.signature
FROM attribution
JOIN article USING (article)
LEFT JOIN passage ON passage.passage = attribution.passage
LEFT JOIN source ON source.article = attribution.article AND source.source = attribution.source;
