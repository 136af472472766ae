-- A role for web and worker that owns nothing: it reads and writes rows, and can neither change a table nor touch what
-- is never changed. Run again with every migration, so that tables to come are granted as those that are there.
CREATE FUNCTION grant_to_application() RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  relation record;
BEGIN
  PERFORM pg_advisory_xact_lock(4210020);
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'bianzhen_app') THEN
    BEGIN
      CREATE ROLE bianzhen_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
    EXCEPTION
      -- Roles are of the whole server: another database may be making it now.
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE NOTICE 'the role bianzhen_app is missing, and % may not create it', current_user;
        RETURN false;
    END;
  END IF;
  BEGIN
    EXECUTE format('GRANT bianzhen_app TO %I', current_user);
  EXCEPTION
    WHEN insufficient_privilege OR invalid_grant_operation THEN NULL;
  END;

  ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO bianzhen_app;
  ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO bianzhen_app;
  ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO bianzhen_app;

  EXECUTE format('GRANT USAGE ON SCHEMA %I TO bianzhen_app', current_schema());
  -- The queue makes its tables by itself.
  IF to_regnamespace('pgboss') IS NOT NULL THEN
    GRANT USAGE ON SCHEMA pgboss TO bianzhen_app;
  END IF;
  FOR relation IN
    SELECT c.oid::regclass AS name, c.relkind = 'S' AS is_sequence,
      EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = 'refuse_change'::regproc) AS never_changes
    FROM pg_class c
    WHERE c.relnamespace IN (to_regnamespace(quote_ident(current_schema())), to_regnamespace('pgboss'))
      AND c.relkind IN ('r', 'p', 'v', 'S')
      AND pg_get_userbyid(c.relowner) = current_user
  LOOP
    IF relation.is_sequence THEN
      EXECUTE format('GRANT USAGE, SELECT ON SEQUENCE %s TO bianzhen_app', relation.name);
    ELSIF relation.never_changes THEN
      EXECUTE format('GRANT SELECT, INSERT ON %s TO bianzhen_app', relation.name);
      EXECUTE format('REVOKE UPDATE, DELETE ON %s FROM bianzhen_app', relation.name);
    ELSE
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO bianzhen_app', relation.name);
    END IF;
  END LOOP;
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM bianzhen_app;
  END IF;
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION grant_to_application() FROM PUBLIC;
SELECT grant_to_application();

-- Whoever leaves loses the sessions at the moment of leaving, by the clock of the application.
CREATE OR REPLACE FUNCTION end_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE sessions SET revoked_at = NEW.removed_at, revoked_reason = 'removed'
    WHERE user_id = NEW.id AND revoked_at IS NULL;
  RETURN NEW;
END $$;
