/**
 * An audit row may be sealed once and is never changed otherwise or removed, whoever asks
 * (ASVS 5.0 V16: logs are protected from modification).
 */
export const guardAuditEntry: readonly string[] = [
  `CREATE FUNCTION audit_entry_guard() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE'
      AND OLD.chain_position IS NULL AND NEW.chain_position IS NOT NULL AND NEW.chain_hash IS NOT NULL
      AND to_jsonb(NEW) - 'chain_position' - 'chain_hash' = to_jsonb(OLD) - 'chain_position' - 'chain_hash'
    THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'audit_entry is append-only';
  END $$`,
  `CREATE TRIGGER audit_entry_guard BEFORE UPDATE OR DELETE ON audit_entry
   FOR EACH ROW EXECUTE FUNCTION audit_entry_guard()`,
  `CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
   FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_guard()`,
  `CREATE FUNCTION audit_checkpoint_guard() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'audit_checkpoint is append-only';
  END $$`,
  `CREATE TRIGGER audit_checkpoint_guard BEFORE UPDATE OR DELETE ON audit_checkpoint
   FOR EACH ROW EXECUTE FUNCTION audit_checkpoint_guard()`,
  `CREATE TRIGGER audit_checkpoint_no_truncate BEFORE TRUNCATE ON audit_checkpoint
   FOR EACH STATEMENT EXECUTE FUNCTION audit_checkpoint_guard()`,
];
