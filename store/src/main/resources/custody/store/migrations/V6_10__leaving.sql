-- Files are deleted outside the transaction that decides it: from then until the file is away a row says so, and no hold brings it back.
ALTER TABLE segment DROP CONSTRAINT segment_state_check;
ALTER TABLE segment ADD CONSTRAINT segment_state_check
    CHECK (state IN ('sealed', 'expiring', 'leaving', 'gone', 'missing'));
-- What is on its way out is looked for each minute, and under the lock that events wait for.
CREATE INDEX segment_going ON segment (state, camera, sequence) WHERE state IN ('expiring', 'leaving');
COMMENT ON COLUMN segment.state IS 'sealed: there; expiring: about to be deleted unless a hold comes; leaving: its file is being deleted, whatever comes; gone: deleted by retention; missing: the file cannot be found or read.';

ALTER TABLE footage_copy_gone DROP CONSTRAINT footage_copy_gone_state_check;
ALTER TABLE footage_copy_gone ADD CONSTRAINT footage_copy_gone_state_check
    CHECK (state IN ('expiring', 'leaving', 'gone', 'kept'));
COMMENT ON COLUMN footage_copy_gone.state IS 'expiring: the ledger was told, the file is still there; leaving: the file is being deleted, whatever comes; gone: it is deleted; kept: a hold came in between.';
