import { countAdopters } from "#lib/distribution/count-adopters";
import { memberListSchema } from "#lib/members/api-schema";
import { listMembers } from "#lib/members/queries";
import {
  debunkListSchema,
  debunkPathSchema,
  debunkSchema,
  debunkVersionSchema,
  versionListSchema,
  versionPathSchema,
} from "#lib/publishing/api-schema";
import { toDebunk, toDebunkList, toDebunkVersion, toVersionList } from "#lib/publishing/api-view";
import { findDebunk, listDebunks } from "#lib/publishing/queries";
import { debunkFilterSchema } from "#lib/publishing/schema";
import { searchDebunks } from "#lib/publishing/search-debunks";
import { divisionListSchema, topicListSchema } from "#lib/reference/api-schema";
import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";
import { type Operation, operation } from "../operation.ts";
import { refuseEmpty } from "./refuse-empty.ts";

/** A GET of public data: any cache may keep it, scripts of any site may read it. */
const publicGet = { method: "GET", access: "public" } as const;

const notice = {
  ...publicGet,
  cache: { sharedFor: 60 },
  shows: ({ slug }: { slug?: string }) => [slug === undefined ? "debunks" : `debunk:${slug}`],
} as const;
const reference = { ...publicGet, cache: { sharedFor: 600 }, shows: () => ["reference"] } as const;

/** What anybody may read: notices and their versions, topics, divisions, members. */
export const readOperations: readonly Operation[] = [
  operation({
    ...notice,
    path: "/api/v1/debunks",
    id: "listDebunks",
    summary: "Published notices, newest first; with `q`, best first.",
    query: debunkFilterSchema,
    answer: { status: 200, description: "Found.", schema: debunkListSchema },
    run: async ({ query }) => {
      await refuseEmpty(query);
      if (!query.q) return toDebunkList(await listDebunks(query));
      return toDebunkList({ items: await searchDebunks(query.q, query), nextCursor: null });
    },
  }),
  operation({
    ...notice,
    path: "/api/v1/debunks/{slug}",
    id: "getDebunk",
    summary: "A notice as it stands now.",
    params: debunkPathSchema,
    answer: { status: 200, description: "Found.", schema: debunkSchema },
    run: async ({ path: { slug } }) => {
      const debunk = await findDebunk(slug);
      return debunk && toDebunk(debunk, await countAdopters(debunk.id));
    },
  }),
  operation({
    ...notice,
    path: "/api/v1/debunks/{slug}/versions",
    id: "listVersions",
    summary: "The versions of a notice, newest first.",
    params: debunkPathSchema,
    answer: { status: 200, description: "Found.", schema: versionListSchema },
    run: async ({ path: { slug } }) => {
      const debunk = await findDebunk(slug);
      return debunk && toVersionList(debunk);
    },
  }),
  operation({
    ...notice,
    path: "/api/v1/debunks/{slug}/versions/{n}",
    id: "getVersion",
    summary: "A version, which never changes.",
    params: versionPathSchema,
    answer: { status: 200, description: "Found.", schema: debunkVersionSchema },
    run: async ({ path: { slug, n } }) => {
      const debunk = await findDebunk(slug);
      return debunk && toDebunkVersion(debunk, n);
    },
  }),
  operation({
    ...reference,
    path: "/api/v1/topics",
    id: "listTopics",
    summary: "The topics and who is competent for them.",
    answer: { status: 200, description: "Found.", schema: topicListSchema },
    run: async () => ({
      items: (await listTopics()).map(({ weakKeywords: _, ...topic }) => topic),
      nextCursor: null,
    }),
  }),
  operation({
    ...reference,
    path: "/api/v1/divisions",
    id: "listDivisions",
    summary: "The province, its prefectures and counties.",
    answer: { status: 200, description: "Found.", schema: divisionListSchema },
    run: async () => ({ items: await listDivisions(), nextCursor: null }),
  }),
  operation({
    ...reference,
    path: "/api/v1/members",
    id: "listMembers",
    summary: "The members of the network.",
    answer: { status: 200, description: "Found.", schema: memberListSchema },
    run: async () => ({ items: await listMembers(), nextCursor: null }),
  }),
];
