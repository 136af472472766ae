-- An acceptance can be taken back into the queue.
INSERT INTO claim_moves ("from", "to") VALUES ('triaged', 'received');
