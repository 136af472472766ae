import { Directory } from "#components/members/directory";
import { listMembers } from "#lib/members/queries";
import { listDivisions } from "#lib/reference/divisions";
import { pageMetadata } from "#lib/web/next/page-metadata";

export const dynamic = "force-dynamic";
export const generateMetadata = () => pageMetadata("members", "/members");

export default async function MembersPage() {
  const [members, divisions] = await Promise.all([listMembers(), listDivisions()]);
  return <Directory members={members} divisions={divisions} />;
}
