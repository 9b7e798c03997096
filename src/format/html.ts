import type {Format} from './format.ts';
import {escapeHtml, HtmlWalker} from './html-walker.ts';
import {ProseBuilder} from './prose-builder.ts';

/** HTML: documents and fragments. */
export const html: Format = {
  id: 'html',
  parse(source) {
    const builder = new ProseBuilder(source, escapeHtml);
    new HtmlWalker(builder).read(source, 0, source.length);
    return builder.finish();
  },
};
