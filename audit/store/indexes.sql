-- What the questions need beyond the keys. Made when a run ends: while an archive is filled they would cost more than
-- everything else.
CREATE INDEX IF NOT EXISTS article_by_outlet ON article (outlet, month);
CREATE INDEX IF NOT EXISTS article_by_byline ON article (byline);
CREATE INDEX IF NOT EXISTS article_by_month ON article (month);
CREATE INDEX IF NOT EXISTS source_by_name ON source (name, anonymous);
CREATE INDEX IF NOT EXISTS anonymous_source ON source (specificity) WHERE anonymous;
CREATE INDEX IF NOT EXISTS finding_by_check ON finding (policy_check);
CREATE INDEX IF NOT EXISTS article_by_url ON article (url) WHERE url IS NOT NULL;
