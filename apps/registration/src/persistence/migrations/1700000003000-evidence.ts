import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos and documents of hazards; their contents are objects beside the database. */
export class Evidence1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [table, ...indexes, ...comments]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE evidence`);
  }
}

const table = `CREATE TABLE evidence (
  id uuid NOT NULL,
  hazard_no text NOT NULL,
  sha256 text NOT NULL,
  bytes integer NOT NULL,
  media_type text NOT NULL,
  name text NOT NULL,
  purpose text NOT NULL,
  note text,
  taken_at timestamptz(3),
  camera_taken_at timestamptz(3),
  latitude double precision,
  longitude double precision,
  orientation smallint,
  width integer,
  height integer,
  added_at timestamptz(3) NOT NULL,
  added_by text NOT NULL,
  added_org text NOT NULL,
  CONSTRAINT evidence_pk PRIMARY KEY (id),
  CONSTRAINT evidence_once UNIQUE (hazard_no, sha256)
)`;

const indexes = [`CREATE INDEX evidence_by_hazard ON evidence (hazard_no, added_at, id)`];

const comments = [
  `COMMENT ON COLUMN evidence.id IS 'Identity of the piece.'`,
  `COMMENT ON COLUMN evidence.hazard_no IS 'Hazard it belongs to.'`,
  `COMMENT ON COLUMN evidence.sha256 IS 'SHA-256 of the content, hexadecimal; names the object that holds it.'`,
  `COMMENT ON COLUMN evidence.bytes IS 'Length of the content.'`,
  `COMMENT ON COLUMN evidence.media_type IS 'Media type by content.'`,
  `COMMENT ON COLUMN evidence.name IS 'Name of the file as the sender called it.'`,
  `COMMENT ON COLUMN evidence.purpose IS 'Part of the loop: found, handling, rectification or acceptance.'`,
  `COMMENT ON COLUMN evidence.note IS 'What it shows, in the words of who added it.'`,
  `COMMENT ON COLUMN evidence.taken_at IS 'When it was taken, as told.'`,
  `COMMENT ON COLUMN evidence.camera_taken_at IS 'When it was taken, as the file says (EXIF); nothing is decided by it.'`,
  `COMMENT ON COLUMN evidence.latitude IS 'Degrees north as the file says (EXIF).'`,
  `COMMENT ON COLUMN evidence.longitude IS 'Degrees east as the file says (EXIF).'`,
  `COMMENT ON COLUMN evidence.orientation IS 'How the stored picture must be turned (EXIF), 1 to 8.'`,
  `COMMENT ON COLUMN evidence.width IS 'Width of a photo in pixels, as stored.'`,
  `COMMENT ON COLUMN evidence.height IS 'Height of a photo in pixels, as stored.'`,
  `COMMENT ON COLUMN evidence.added_at IS 'Business time at which it was added.'`,
  `COMMENT ON COLUMN evidence.added_by IS 'Person or system that added it.'`,
  `COMMENT ON COLUMN evidence.added_org IS 'Organisation in whose office it was added.'`,
];
