import {type Format, inOtherLanguage} from './format.ts';
import {escapeHtml, HtmlWalker} from './html-walker.ts';
import {ProseBuilder} from './prose-builder.ts';

/** HTML: documents and fragments. */
export const html: Format = {
  id: 'html',
  parse(source) {
    const builder = new ProseBuilder(source, escapeHtml);
    const walker = new HtmlWalker(builder);
    walker.read(source, 0, source.length);
    const parsed = builder.finish();
    return walker.language && !parsed.prose.segments.length ? inOtherLanguage(parsed, walker.language) : parsed;
  },
};
