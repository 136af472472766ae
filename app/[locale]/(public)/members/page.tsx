import { Directory } from "#components/members/directory";
import { readDivisions, readMembers } from "#lib/web/next/cached-reads";
import { pageMetadata } from "#lib/web/next/page-metadata";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateMetadata = () => pageMetadata("members", "/members");

export default async function MembersPage() {
  const [members, divisions] = await Promise.all([readMembers(), readDivisions()]);
  return <Directory members={members} divisions={divisions} />;
}
