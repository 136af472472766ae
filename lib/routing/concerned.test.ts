import { beforeAll, expect, it } from "vitest";
import { listNamedMembers, type NamedMember } from "#lib/members/queries";
import { readyReference } from "#seed/reference";
import { concernedIn } from "./concerned.ts";

let members: NamedMember[];

beforeAll(async () => {
  await readyReference();
  members = await listNamedMembers();
});

it.each([
  ["四川省疾病预防控制局压下了病例", ["dept-cdc"]],
  ["省疾控局不许人说真话", ["dept-cdc"]],
  ["四川卫健委内部文件曝光", ["dept-health"]],
  ["教育厅发文取消高考", ["dept-education"]],
  ["四川省税务局多收了税", ["dept-tax"]],
  ["建设银行四川省分行倒闭", []],
  ["绵阳市网信办乱封号", ["cac-510700"]],
  ["翠屏融媒造假", ["mc-511502"]],
  ["红星新闻造谣", ["outlet-red-star"]],
  ["四川农村日报停刊", ["outlet-rural-daily"]],
  ["据省地震局消息，今晚有地震", []],
  ["抖音上说有地震", []],
  ["抖音要收费了", ["plat-douyin"]],
  ["某市疾控局瞒报", []],
])("%s is about %j", (wording, ids) => {
  expect([...concernedIn(wording, members)]).toEqual(ids);
});

it("concerns the outlets of a group that is named", () => {
  const concerned = concernedIn("四川日报报业集团裁员", members);
  expect([...concerned].toSorted()).toEqual(
    members
      .flatMap(({ id, parentId }) =>
        id === "group-sichuan-daily" || parentId === "group-sichuan-daily" ? [id] : [],
      )
      .toSorted(),
  );
});
