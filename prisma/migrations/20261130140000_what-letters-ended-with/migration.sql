-- Why a letter was not sent, and what its last attempt met: what was tried as often as it may be is shown at the desk.
ALTER TABLE "notifications" ADD COLUMN "failure" TEXT, ADD COLUMN "error" TEXT;
UPDATE notifications SET failure = CASE WHEN attempts >= 10 THEN 'tries' ELSE 'gone' END WHERE failed_at IS NOT NULL;
ALTER TABLE notifications ADD CONSTRAINT notifications_failure
  CHECK ((failed_at IS NULL) = (failure IS NULL) AND failure IN ('tries', 'refused', 'gone', 'outdated'));
ALTER TABLE notifications ADD CONSTRAINT notifications_error CHECK (length(error) <= 60);

-- What was given up, newest first: for the desk, and for whoever watches over the service.
CREATE INDEX notifications_given_up ON notifications (failed_at DESC) WHERE failure = 'tries';
