import { after, days, now } from "#lib/platform/clock";
import { Prisma } from "#lib/platform/db";
import { isCarried } from "../who-carries.ts";
import { REMINDED_DAYS } from "./states.ts";

/** What is older is nobody reminded of. */
export const remindedSince = (): Date => after(now(), -days(REMINDED_DAYS));

/**
 * The newest versions of notices of late that were laid ready for members, and that nobody there has confirmed, fetched or
 * republished (the index deliveries_silent). Rows of `member_id`, `version_id`, `debunk_id` and `laid_at`.
 */
export const silentDeliveries = () => Prisma.sql`
  SELECT endpoints.member_id, current.id AS version_id, current.debunk_id, deliveries.created_at AS laid_at
  FROM deliveries
    JOIN endpoints ON endpoints.id = endpoint_id AND endpoints.kind = 'pull' AND disabled_at IS NULL
    JOIN members ON members.id = endpoints.member_id AND tier <> '1'
    JOIN debunk_versions current ON current.id = debunk_version_id
    JOIN debunks ON debunks.id = current.debunk_id AND current_version = current.number
  WHERE received_at IS NULL AND due_at IS NULL AND deliveries.created_at > ${remindedSince()}`;

/**
 * Where a version still stands that is not the newest of its notice (the index debunks_changed). Rows of `id`, the adoption,
 * `member_id`, `debunk_id`, and of the newest version `current_id`, `changed_at` and `is_retraction`.
 */
export const outdatedAdoptions = Prisma.sql`
  SELECT adoptions.id, adoptions.member_id, adoptions.debunk_id, current.id AS current_id, current.number AS current_number,
    current.published_at AS changed_at, coalesce(current.correction_kind = 'retraction', false) AS is_retraction
  FROM debunks
    JOIN debunk_versions current ON current.debunk_id = debunks.id AND current.number = current_version
    JOIN (SELECT * FROM adoptions WHERE ${isCarried}) adoptions
      ON adoptions.debunk_id = debunks.id AND adoptions.version < current_version
  WHERE current_version > 1`;

/**
 * Of these, those whose members are asked by letter to replace what they show: the notice was retracted of late, or somebody
 * has called the older versions back of late.
 */
export const recalledAdoptions = () => Prisma.sql`
  SELECT * FROM (${outdatedAdoptions}) outdated
  WHERE (is_retraction AND changed_at > ${remindedSince()}) OR EXISTS (
    SELECT FROM recalls
    WHERE recalls.debunk_id = outdated.debunk_id AND recalls.version = current_number AND recalls.at > ${remindedSince()})`;
