CREATE SCHEMA "fatong";
--> statement-breakpoint
CREATE TABLE "fatong"."case_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"matter" text NOT NULL,
	"service_form" text NOT NULL,
	"applicant_name" text NOT NULL,
	"applicant_id" uuid NOT NULL,
	"proxy_id" uuid,
	"helper_staff_id" uuid,
	"place_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"lawyer_id" uuid,
	"lawyer_name" text,
	"firm_id" uuid,
	"opponents" text NOT NULL,
	"claim_fen" bigint,
	"submitted_at" timestamptz(3) NOT NULL,
	"due_target" timestamptz(3),
	"due_statutory" date,
	"next_due" timestamptz(3) NOT NULL,
	"light" text NOT NULL,
	"objection_open" boolean DEFAULT false NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"version" integer NOT NULL,
	"head_hash" "bytea" NOT NULL,
	"steps" json NOT NULL,
	"state" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fatong"."deadline" (
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due" timestamptz(3) NOT NULL,
	"remind_at" timestamptz(3),
	"done" boolean DEFAULT false NOT NULL,
	CONSTRAINT "deadline_case_id_kind_pk" PRIMARY KEY("case_id","kind")
);
--> statement-breakpoint
CREATE TABLE "fatong"."document_counter" (
	"agency_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "document_counter_agency_id_kind_year_pk" PRIMARY KEY("agency_id","kind","year")
);
--> statement-breakpoint
CREATE TABLE "fatong"."party" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fatong"."party_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" uuid NOT NULL,
	"side" text NOT NULL,
	"name" text NOT NULL,
	"name_normalised" text COLLATE "C" NOT NULL,
	"person_id" uuid,
	"id_bidx" "bytea",
	"credit_code" text
);
--> statement-breakpoint
CREATE TABLE "fatong"."representation" (
	"case_id" uuid NOT NULL,
	"lawyer_id" uuid NOT NULL,
	"firm_id" uuid NOT NULL,
	"since" timestamptz(3) NOT NULL,
	"until" timestamptz(3),
	CONSTRAINT "representation_case_id_lawyer_id_since_pk" PRIMARY KEY("case_id","lawyer_id","since")
);
--> statement-breakpoint
CREATE TABLE "fatong"."step_done" (
	"case_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"step" text NOT NULL,
	"minutes" integer NOT NULL,
	"same_day" boolean NOT NULL,
	"paused" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fatong"."audit" (
	"position" bigserial PRIMARY KEY NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"actor_role" text,
	"place_id" uuid,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"case_id" uuid,
	"fields" text[],
	"why" text,
	"channel" text,
	"ip_hash" text
);
--> statement-breakpoint
CREATE TABLE "fatong"."event" (
	"position" bigserial NOT NULL,
	"stream_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"type" text NOT NULL,
	"data" json NOT NULL,
	"meta" json NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"prev_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "event_stream_id_version_pk" PRIMARY KEY("stream_id","version")
);
--> statement-breakpoint
CREATE TABLE "fatong"."idempotency" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"reply" json NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "idempotency_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "fatong"."blob" (
	"sha256" text PRIMARY KEY NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"scan" text DEFAULT 'pending' NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fatong"."document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"data" json NOT NULL,
	"issued_at" timestamptz(3) NOT NULL,
	"verify_code" text NOT NULL,
	"pdf_sha256" text,
	"docx_sha256" text
);
--> statement-breakpoint
CREATE TABLE "fatong"."material" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid,
	"draft_id" uuid,
	"sha256" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"added_by_kind" text NOT NULL,
	"added_by_id" text NOT NULL,
	"added_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fatong"."inbox_notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"staff_id" uuid,
	"case_id" uuid,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"read_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "fatong"."outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fatong"."outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"channel" text NOT NULL,
	"recipient_enc" "bytea",
	"recipient_kind" text,
	"recipient_id" uuid,
	"payload" json NOT NULL,
	"case_id" uuid,
	"status" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"next_at" timestamptz(3) NOT NULL,
	"sent_at" timestamptz(3),
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "fatong"."sms_simulated" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fatong"."sms_simulated_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamptz(3) NOT NULL,
	"phone_masked" text NOT NULL,
	"phone_bidx" "bytea",
	"purpose" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fatong"."draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"person_id" uuid,
	"staff_id" uuid,
	"data_enc" "bytea" NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fatong"."otp" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phone_bidx" "bytea" NOT NULL,
	"purpose" text NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"used" boolean DEFAULT false NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fatong"."person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"id_number_enc" "bytea",
	"id_number_bidx" "bytea",
	"phone_enc" "bytea",
	"phone_bidx" "bytea",
	"address_enc" "bytea",
	"birth_date" date,
	"gender" text,
	"profile" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" text DEFAULT 'self' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fatong"."session" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"staff_id" uuid,
	"person_id" uuid,
	"created_at" timestamptz(3) NOT NULL,
	"last_seen_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"revoked_at" timestamptz(3),
	"second_factor_at" timestamptz(3),
	"user_agent" text,
	"ip_hash" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fatong"."place" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text,
	"kind" text NOT NULL,
	"parent_id" uuid,
	"managed_by" uuid,
	"lon" double precision,
	"lat" double precision,
	"crs" text,
	"approximate" boolean DEFAULT false NOT NULL,
	"public" boolean DEFAULT true NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"address" text,
	"phone" text,
	"hours" jsonb,
	CONSTRAINT "place_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "fatong"."document_template" (
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"docx" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"active" boolean DEFAULT false NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamptz(3) NOT NULL,
	CONSTRAINT "document_template_kind_version_pk" PRIMARY KEY("kind","version")
);
--> statement-breakpoint
CREATE TABLE "fatong"."holiday_table" (
	"year" integer NOT NULL,
	"version" integer NOT NULL,
	"data" jsonb NOT NULL,
	"source" text NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamptz(3) NOT NULL,
	CONSTRAINT "holiday_table_year_version_pk" PRIMARY KEY("year","version")
);
--> statement-breakpoint
CREATE TABLE "fatong"."parameter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"source" text NOT NULL,
	"level" text NOT NULL,
	"state" text DEFAULT 'released' NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fatong"."release" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"change" jsonb NOT NULL,
	"replay" jsonb NOT NULL,
	"released_by" text NOT NULL,
	"released_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fatong"."setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fatong"."setting_history" (
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"value" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamptz(3) NOT NULL,
	CONSTRAINT "setting_history_key_version_pk" PRIMARY KEY("key","version")
);
--> statement-breakpoint
CREATE TABLE "fatong"."role_assignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"role" text NOT NULL,
	"place_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"granted_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fatong"."staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"password_changed_at" timestamptz(3),
	"totp_secret_enc" "bytea",
	"totp_required" boolean DEFAULT false NOT NULL,
	"totp_last_step" integer,
	"failed_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamptz(3),
	"phone_enc" "bytea",
	"phone_bidx" "bytea",
	"org_id" uuid NOT NULL,
	"profile" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "staff_login_unique" UNIQUE("login")
);
--> statement-breakpoint
ALTER TABLE "fatong"."material" ADD CONSTRAINT "material_sha256_blob_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "fatong"."blob"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fatong"."role_assignment" ADD CONSTRAINT "role_assignment_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "fatong"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fatong"."role_assignment" ADD CONSTRAINT "role_assignment_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "fatong"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fatong"."staff" ADD CONSTRAINT "staff_org_id_place_id_fk" FOREIGN KEY ("org_id") REFERENCES "fatong"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_file_number" ON "fatong"."case_file" USING btree ("number");--> statement-breakpoint
CREATE INDEX "case_file_queue" ON "fatong"."case_file" USING btree ("agency_id","status","next_due","id");--> statement-breakpoint
CREATE INDEX "case_file_place" ON "fatong"."case_file" USING btree ("place_id","next_due","id") WHERE place_id <> agency_id;--> statement-breakpoint
CREATE INDEX "case_file_applicant" ON "fatong"."case_file" USING btree ("applicant_id");--> statement-breakpoint
CREATE INDEX "case_file_proxy" ON "fatong"."case_file" USING btree ("proxy_id") WHERE proxy_id is not null;--> statement-breakpoint
CREATE INDEX "case_file_lawyer" ON "fatong"."case_file" USING btree ("lawyer_id","next_due","id") WHERE lawyer_id is not null;--> statement-breakpoint
CREATE INDEX "case_file_firm" ON "fatong"."case_file" USING btree ("firm_id","next_due","id") WHERE firm_id is not null;--> statement-breakpoint
CREATE INDEX "deadline_due" ON "fatong"."deadline" USING btree ("due") WHERE not done;--> statement-breakpoint
CREATE INDEX "deadline_remind" ON "fatong"."deadline" USING btree ("remind_at") WHERE not done and remind_at is not null;--> statement-breakpoint
CREATE INDEX "party_name" ON "fatong"."party" USING btree ("name_normalised","case_id");--> statement-breakpoint
CREATE INDEX "party_case" ON "fatong"."party" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "party_id_bidx" ON "fatong"."party" USING btree ("id_bidx") WHERE id_bidx is not null;--> statement-breakpoint
CREATE INDEX "party_credit_code" ON "fatong"."party" USING btree ("credit_code") WHERE credit_code is not null;--> statement-breakpoint
CREATE INDEX "representation_lawyer" ON "fatong"."representation" USING btree ("lawyer_id","since");--> statement-breakpoint
CREATE INDEX "representation_firm" ON "fatong"."representation" USING btree ("firm_id","since");--> statement-breakpoint
CREATE INDEX "step_done_board" ON "fatong"."step_done" USING btree ("agency_id","day","step","minutes","same_day","paused","case_id");--> statement-breakpoint
CREATE INDEX "audit_case" ON "fatong"."audit" USING btree ("case_id") WHERE case_id is not null;--> statement-breakpoint
CREATE INDEX "audit_person" ON "fatong"."audit" USING btree ("subject_id") WHERE subject_kind = 'person';--> statement-breakpoint
CREATE UNIQUE INDEX "event_position" ON "fatong"."event" USING btree ("position");--> statement-breakpoint
CREATE INDEX "document_case" ON "fatong"."document" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "document_number" ON "fatong"."document" USING btree ("kind","number");--> statement-breakpoint
CREATE UNIQUE INDEX "document_verify_code" ON "fatong"."document" USING btree ("verify_code");--> statement-breakpoint
CREATE INDEX "material_case" ON "fatong"."material" USING btree ("case_id") WHERE case_id is not null;--> statement-breakpoint
CREATE INDEX "material_draft" ON "fatong"."material" USING btree ("draft_id") WHERE draft_id is not null;--> statement-breakpoint
CREATE INDEX "material_sha256" ON "fatong"."material" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "inbox_notice_person" ON "fatong"."inbox_notice" USING btree ("person_id","at") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "inbox_notice_staff" ON "fatong"."inbox_notice" USING btree ("staff_id","at") WHERE staff_id is not null;--> statement-breakpoint
CREATE INDEX "outbox_pending" ON "fatong"."outbox" USING btree ("next_at") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_dead" ON "fatong"."outbox" USING btree ("id") WHERE status = 'dead';--> statement-breakpoint
CREATE UNIQUE INDEX "draft_secret" ON "fatong"."draft" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "draft_person" ON "fatong"."draft" USING btree ("person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "draft_staff" ON "fatong"."draft" USING btree ("staff_id") WHERE staff_id is not null;--> statement-breakpoint
CREATE INDEX "draft_expires" ON "fatong"."draft" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "otp_phone" ON "fatong"."otp" USING btree ("phone_bidx","created_at");--> statement-breakpoint
CREATE INDEX "otp_expires" ON "fatong"."otp" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "person_phone" ON "fatong"."person" USING btree ("phone_bidx") WHERE phone_bidx is not null;--> statement-breakpoint
CREATE INDEX "person_id_number" ON "fatong"."person" USING btree ("id_number_bidx") WHERE id_number_bidx is not null;--> statement-breakpoint
CREATE INDEX "session_staff" ON "fatong"."session" USING btree ("staff_id") WHERE staff_id is not null;--> statement-breakpoint
CREATE INDEX "session_person" ON "fatong"."session" USING btree ("person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "session_expires" ON "fatong"."session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "place_parent" ON "fatong"."place" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "document_template_active" ON "fatong"."document_template" USING btree ("kind") WHERE active;--> statement-breakpoint
CREATE INDEX "parameter_key" ON "fatong"."parameter" USING btree ("key","valid_from");--> statement-breakpoint
CREATE INDEX "role_assignment_staff" ON "fatong"."role_assignment" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "role_assignment_place" ON "fatong"."role_assignment" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "staff_org" ON "fatong"."staff" USING btree ("org_id");