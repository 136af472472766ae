import type { Locale } from "./locale.ts";
import enAlerts from "./messages/en/alerts.json" with { type: "json" };
import enCommon from "./messages/en/common.json" with { type: "json" };
import enCoverage from "./messages/en/coverage.json" with { type: "json" };
import enDesk from "./messages/en/desk.json" with { type: "json" };
import enDigest from "./messages/en/digest.json" with { type: "json" };
import enEditorial from "./messages/en/editorial.json" with { type: "json" };
import enEndpoints from "./messages/en/endpoints.json" with { type: "json" };
import enErrors from "./messages/en/errors.json" with { type: "json" };
import enFailure from "./messages/en/failure.json" with { type: "json" };
import enForm from "./messages/en/form.json" with { type: "json" };
import enGuard from "./messages/en/guard.json" with { type: "json" };
import enKeys from "./messages/en/keys.json" with { type: "json" };
import enLabels from "./messages/en/labels.json" with { type: "json" };
import enMatching from "./messages/en/matching.json" with { type: "json" };
import enPeople from "./messages/en/people.json" with { type: "json" };
import enPublic from "./messages/en/public.json" with { type: "json" };
import enReport from "./messages/en/report.json" with { type: "json" };
import enTalk from "./messages/en/talk.json" with { type: "json" };
import enUploads from "./messages/en/uploads.json" with { type: "json" };
import zhAlerts from "./messages/zh-CN/alerts.json" with { type: "json" };
import zhCommon from "./messages/zh-CN/common.json" with { type: "json" };
import zhCoverage from "./messages/zh-CN/coverage.json" with { type: "json" };
import zhDesk from "./messages/zh-CN/desk.json" with { type: "json" };
import zhDigest from "./messages/zh-CN/digest.json" with { type: "json" };
import zhEditorial from "./messages/zh-CN/editorial.json" with { type: "json" };
import zhEndpoints from "./messages/zh-CN/endpoints.json" with { type: "json" };
import zhErrors from "./messages/zh-CN/errors.json" with { type: "json" };
import zhFailure from "./messages/zh-CN/failure.json" with { type: "json" };
import zhForm from "./messages/zh-CN/form.json" with { type: "json" };
import zhGuard from "./messages/zh-CN/guard.json" with { type: "json" };
import zhKeys from "./messages/zh-CN/keys.json" with { type: "json" };
import zhLabels from "./messages/zh-CN/labels.json" with { type: "json" };
import zhMatching from "./messages/zh-CN/matching.json" with { type: "json" };
import zhPeople from "./messages/zh-CN/people.json" with { type: "json" };
import zhPublic from "./messages/zh-CN/public.json" with { type: "json" };
import zhReport from "./messages/zh-CN/report.json" with { type: "json" };
import zhTalk from "./messages/zh-CN/talk.json" with { type: "json" };
import zhUploads from "./messages/zh-CN/uploads.json" with { type: "json" };

const chinese = {
  common: zhCommon,
  public: zhPublic,
  report: zhReport,
  desk: zhDesk,
  coverage: zhCoverage,
  editorial: zhEditorial,
  people: zhPeople,
  // The words for when all else fails travel with every page, so they are a file of their own.
  errors: { ...zhErrors, ...zhFailure },
  form: zhForm,
  labels: zhLabels,
  matching: zhMatching,
  uploads: zhUploads,
  talk: zhTalk,
  guard: zhGuard,
  keys: zhKeys,
  endpoints: zhEndpoints,
  digest: zhDigest,
  alerts: zhAlerts,
};

/** Every word of the interface; the Chinese is the original that types the keys. */
export type Messages = typeof chinese;

const english: Messages = {
  common: enCommon,
  public: enPublic,
  report: enReport,
  desk: enDesk,
  coverage: enCoverage,
  editorial: enEditorial,
  people: enPeople,
  errors: { ...enErrors, ...enFailure },
  form: enForm,
  labels: enLabels,
  matching: enMatching,
  uploads: enUploads,
  talk: enTalk,
  guard: enGuard,
  keys: enKeys,
  endpoints: enEndpoints,
  digest: enDigest,
  alerts: enAlerts,
};

export const messages: Record<Locale, Messages> = { "zh-CN": chinese, en: english };
