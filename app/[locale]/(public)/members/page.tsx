import { Directory } from "#components/members/directory";
import { readDivisions, readMembers } from "../cached-reads.ts";
import { pageMetadata } from "../page-metadata.ts";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateMetadata = () => pageMetadata("members", "/members");

export default async function MembersPage() {
  const [members, divisions] = await Promise.all([readMembers(), readDivisions()]);
  return <Directory members={members} divisions={divisions} />;
}
