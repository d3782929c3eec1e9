import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Pages1767000000014 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- A readable address that nobody can count up to: made once, so that a forwarded link holds for good.
CREATE FUNCTION slug_of(title text) RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT coalesce(nullif(trim(BOTH '-' FROM left(
           regexp_replace(regexp_replace(normalize(replace(lower(title), 'ß', 'ss'), NFKD), '[\\u0300-\\u036f]', '', 'g'), '[^a-z0-9]+', '-', 'g'), 60)), '') || '-', '')
         || left(replace(gen_random_uuid()::text, '-', ''), 8)
$$;
SELECT set_config('overture.audit', 'off', true);
ALTER TABLE proposition ADD slug text, ADD language text NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2,3}$');
UPDATE proposition SET slug = slug_of(title);
ALTER TABLE proposition ALTER slug SET NOT NULL, ADD CONSTRAINT proposition_slug UNIQUE (slug);
SELECT set_config('overture.audit', '', true);
CREATE FUNCTION keep_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN NEW.slug := slug_of(NEW.title); ELSE NEW.slug := OLD.slug; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_slug BEFORE INSERT OR UPDATE ON proposition FOR EACH ROW EXECUTE FUNCTION keep_slug();

-- What a version says in another language. The version itself stays as it was approved.
CREATE TABLE version_translation (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  version_id uuid NOT NULL REFERENCES proposition_version ON DELETE CASCADE,
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  title text NOT NULL,
  narrative text NOT NULL,
  promise text NOT NULL,
  -- empty: the page shows these in the language of the proposition
  versus_competitors text NOT NULL DEFAULT '',
  versus_nothing text NOT NULL DEFAULT '',
  lenses jsonb NOT NULL DEFAULT '{}',
  translated_by uuid NOT NULL REFERENCES app_user,
  translated_at timestamptz(3) NOT NULL DEFAULT app_now(),
  UNIQUE (version_id, language)
);

-- What helps a buyer on. There is no column for a condition: nothing is held back as a chip.
CREATE TABLE asset (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  proposition_id uuid NOT NULL REFERENCES proposition,
  title text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('guide', 'checklist', 'calculation', 'comparison', 'case_study', 'business_case', 'technical', 'security', 'contract', 'video', 'other')),
  url text CHECK (url ~ '^https://'),
  text text,
  buying_job text CHECK (buying_job IN ('problem_identification', 'solution_exploration', 'requirements_building', 'supplier_selection', 'validation', 'consensus_creation')),
  -- null: for everybody
  role text,
  language text CHECK (language ~ '^[a-z]{2,3}$'),
  -- the last day on which it is shown without somebody having looked at it again
  review_by date NOT NULL,
  position smallint NOT NULL DEFAULT 0,
  created_by uuid NOT NULL REFERENCES app_user,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app_now(),
  CHECK ((url IS NULL) <> (text IS NULL))
);
CREATE INDEX asset_proposition ON asset (proposition_id, position);

-- A customer's person whom buyers may ask, unbrokered.
CREATE TABLE peer (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  proposition_id uuid NOT NULL REFERENCES proposition,
  contact_id uuid NOT NULL REFERENCES contact,
  -- the customer for whom they speak; they are offered while they work there
  organization_id uuid NOT NULL REFERENCES organization,
  about text NOT NULL,
  reach text[] NOT NULL CHECK (reach <@ ARRAY['email', 'phone'] AND cardinality(reach) > 0),
  consented_on date NOT NULL,
  consent_how text NOT NULL,
  consent_until date NOT NULL CHECK (consent_until >= consented_on),
  -- how often in a calendar month (UTC) they may be picked, over all propositions
  monthly_cap smallint NOT NULL CHECK (monthly_cap BETWEEN 1 AND 100),
  withdrawn_at timestamptz(3),
  withdrawn_by uuid REFERENCES app_user,
  withdrawal_reason text,
  created_by uuid NOT NULL REFERENCES app_user,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE UNIQUE INDEX peer_once ON peer (proposition_id, contact_id) WHERE withdrawn_at IS NULL;
CREATE INDEX peer_contact ON peer (contact_id);

-- One place of a person's month; the key keeps two buyers out of the same one. Nothing says who the buyer is.
CREATE TABLE peer_pick (
  contact_id uuid NOT NULL REFERENCES contact,
  month date NOT NULL,
  place smallint NOT NULL CHECK (place > 0),
  peer_id uuid NOT NULL REFERENCES peer,
  -- of the page that was clicked: a second click on it takes no second place
  once uuid NOT NULL,
  picked_at timestamptz(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY (contact_id, month, place),
  UNIQUE (peer_id, once)
);

CREATE TABLE expert (
  proposition_id uuid PRIMARY KEY REFERENCES proposition,
  user_id uuid NOT NULL REFERENCES app_user,
  display_name text NOT NULL,
  title text NOT NULL,
  email text NOT NULL,
  phone text,
  reply_within_hours smallint NOT NULL DEFAULT 24 CHECK (reply_within_hours BETWEEN 1 AND 720),
  named_by uuid NOT NULL REFERENCES app_user,
  named_at timestamptz(3) NOT NULL DEFAULT app_now()
);

-- What a buyer asks our expert. The row is the truth; the mail tells the expert of it.
CREATE TABLE expert_question (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  proposition_id uuid NOT NULL REFERENCES proposition,
  -- known where it was asked on a signed page
  enrolment_id uuid REFERENCES enrolment,
  organization_id uuid REFERENCES organization,
  contact_id uuid REFERENCES contact,
  conversation_id uuid REFERENCES conversation,
  question text NOT NULL,
  name text,
  reply_address text,
  language text NOT NULL,
  -- of the page that was sent: the same page sent twice is one question
  once uuid UNIQUE,
  asked_at timestamptz(3) NOT NULL DEFAULT app_now(),
  due_at timestamptz(3) NOT NULL,
  mail_state text NOT NULL DEFAULT 'queued' CHECK (mail_state IN ('queued', 'sending', 'sent', 'bounced', 'unknown')),
  -- key of the advisory lock that the sending process holds; nobody holds it: the process is dead
  owner_key bigint,
  attempts smallint NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3) NOT NULL DEFAULT app_now(),
  recipient text,
  mail_response text,
  sent_at timestamptz(3),
  answered_at timestamptz(3),
  answered_by uuid REFERENCES app_user,
  answer text,
  CHECK ((mail_state = 'sending') = (owner_key IS NOT NULL)),
  CHECK ((answered_at IS NULL) = (answered_by IS NULL))
);
CREATE INDEX expert_question_queued ON expert_question (next_attempt_at) WHERE mail_state = 'queued';
CREATE INDEX expert_question_sending ON expert_question (owner_key) WHERE mail_state = 'sending';
CREATE INDEX expert_question_open ON expert_question (due_at) WHERE answered_at IS NULL;
CREATE INDEX expert_question_organization ON expert_question (organization_id);
CREATE INDEX expert_question_contact ON expert_question (contact_id);

-- How often a page was looked at. Counts only: no address, no cookie, no user agent, nobody to follow.
CREATE TABLE page_view (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  proposition_id uuid NOT NULL REFERENCES proposition,
  day date NOT NULL,
  -- the lens that was read; empty: none
  role text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('person', 'scanner')),
  views integer NOT NULL DEFAULT 1,
  UNIQUE (proposition_id, day, role, kind)
);

ALTER TABLE response DROP CONSTRAINT response_choice_check,
  ADD CONSTRAINT response_choice_check CHECK (choice IN ('interested', 'ask_expert', 'not_now', 'not_before', 'wrong_person', 'not_a_fit', 'stop_campaign', 'stop')),
  -- of all that was answered: tells a second click from a second answer
  ADD fingerprint text;

-- Something that a rep should know and nobody waits for.
ALTER TABLE task DROP CONSTRAINT task_kind_check,
  ADD CONSTRAINT task_kind_check CHECK (kind IN ('call', 'task', 'reply', 'fix_contact', 'find_contact', 'colleague_replied', 'notice'));

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON version_translation FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON asset FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON peer FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON expert FOR EACH ROW EXECUTE FUNCTION write_audit('proposition_id');
CREATE TRIGGER audit AFTER UPDATE OF answered_at ON expert_question FOR EACH ROW EXECUTE FUNCTION write_audit();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
