import { type JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Language } from '../language/catalogue';

/** What a page says of itself to search engines and to those who share it. */
export interface PageHead {
  title: string;
  description: string;
  /** The address of the page in each language, without the origin; null for a page that nobody should find. */
  addresses: Readonly<Record<Language, string>> | null;
  structured?: string;
}

/** The elements of the head, as markup. */
export function headMarkup({ title, description, addresses, structured }: PageHead, page: HeadContext): string {
  const url = (language: Language): string => (addresses ? page.origin + addresses[language] : '');
  return renderToString(
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {addresses ? (
        <>
          <link rel="canonical" href={url(page.language)} />
          <link rel="alternate" hreflang="vi" href={url('vi')} />
          <link rel="alternate" hreflang="en" href={url('en')} />
          <link rel="alternate" hreflang="x-default" href={url('vi')} />
          <meta property="og:url" content={url(page.language)} />
        </>
      ) : (
        <meta name="robots" content="noindex" />
      )}
      {structured !== undefined && <StructuredData text={structured} />}
    </>,
  );
}

interface HeadContext {
  readonly origin: string;
  readonly language: Language;
}

/** Data, which no browser runs: the policy against inline scripts leaves it alone. */
function StructuredData({ text }: { text: string }): JSX.Element {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
