/** The size of the filler in kilobytes; Next sends it twice, as HTML and as the data of the page. */
const sizes = Array.from({ length: 120 }, (_, index) => index + 1);

export const dynamicParams = false;
export const generateStaticParams = () => sizes.map((size) => ({ file: `${size}.kb` }));

/** The reference for the public pages: prerendered while building, with as many bytes as they have. */
export default async function StaticPage({ params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  return (
    <p>{"plain words ".repeat(Number.parseInt(file, 10) * 86).slice(0, Number.parseInt(file, 10) * 1024)}</p>
  );
}
