import {type SpawnSyncReturns, spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {constants, deflateRawSync} from 'node:zlib';
import fc from 'fast-check';
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {Docx} from '../src/format/docx.ts';
import {changeCached} from './cache-file.ts';

const MB = 1024 * 1024;
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const DATE = '2026-01-02T03:04:05Z';
const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>';
const relations = (...all: string[]) => `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map((r, i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${r.split('=')[0]}" Target="${r.split('=')[1]}"/>`).join('')}</Relationships>`;

/** A Word document with this body. */
function docx(body: string, more: Record<string, string> = {}): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': TYPES, '_rels/.rels': relations('officeDocument=word/document.xml'), 'word/_rels/document.xml.rels': relations('styles=styles.xml'),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/media/image1.png': 'not really a picture, but bytes', ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [strToU8(text), {level: name.endsWith('.png') ? 0 : 6, mtime: '2024-05-06'}] as const])) as never);
}
const r = (text: string, format = '') => `<w:r>${format && `<w:rPr>${format}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const blocks = (bytes: Uint8Array) => {
  const {prose} = new Docx(bytes, MB);
  return prose.segments.map((s) => `${s.role}: ${prose.text.slice(s.start, s.end)}`);
};
const main = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml']!);
/** Text of the paragraphs after all changes of mtlint are accepted, or rejected. */
function settle(xml: string, accept: boolean): string[] {
  const gone = accept ? 'del' : 'ins';
  const settled = xml.replace(new RegExp(`<w:${gone} [^>]*w:author="mtlint"[^>]*>.*?</w:${gone}>`, 'gs'), '').replace(/<w:del [^>]*w:author="other"[^>]*>.*?<\/w:del>/gs, '');
  return [...settled.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => [...paragraph.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)].map((m) => m[1]).join(''));
}
/** The document with the first `from` of its prose made `to`. */
function revised(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const document = new Docx(bytes, MB);
  const start = document.prose.text.indexOf(from);
  expect(start, from).toBeGreaterThanOrEqual(0);
  return document.revise([{start, end: start + from.length, text: to}], [], DATE);
}

describe('the text of a Word document', () => {
  it('is that of its paragraphs', () => {
    expect(blocks(docx(`<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>${r('A head')}</w:p>${p(r('One '), r('two', '<w:b/>'), '<w:r><w:tab/><w:t>&amp; three</w:t></w:r>')}<w:p/><w:tbl><w:tr><w:tc>${p(r('cell'))}</w:tc></w:tr></w:tbl>`))).toEqual(['heading: A head', 'body: One two\t& three', 'heading: cell']);
  });
  it('has insertions and links, and neither deletions nor pictures', () => {
    expect(blocks(docx(p(r('A '), `<w:del w:id="1" w:author="other"><w:r><w:delText>b</w:delText></w:r></w:del><w:ins w:id="2" w:author="other">${r('c')}</w:ins>`, `<w:hyperlink>${r(' link')}</w:hyperlink>`, `<w:moveFrom w:id="3">${r('away')}</w:moveFrom>`, `<w:r><mc:AlternateContent xmlns:mc="x"><w:drawing>${p(r('box'))}</w:drawing></mc:AlternateContent></w:r>`, r(' end.'))))).toEqual(['body: A c link\ufffc end.']);
  });
  it('is not linted where it is marked as another language, unless all of it is', () => {
    const french = '<w:lang w:val="fr-FR"/>';
    const opaque = (bytes: Uint8Array) => {
      const {prose} = new Docx(bytes, MB);
      return prose.opaque!.map(([start, end]) => prose.text.slice(start, end));
    };
    expect(opaque(docx(p(r('He spoke of a certain '), r('raison d’être', french), r(' and of '), r('x_y', '<w:noProof/>'))))).toEqual(['raison d’être', 'x_y']);
    expect(opaque(docx(p(r('He spoke of something.', french))))).toEqual([]);
  });
});

describe('what formatting and fields hide', () => {
  const field = (...parts: string[]) => parts.map((part) => `<w:r>${/^(?:begin|separate|end)$/.test(part) ? `<w:fldChar w:fldCharType="${part}"/>` : part}</w:r>`).join('');
  const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`;
  const opaque = (bytes: Uint8Array) => {
    const {prose} = new Docx(bytes, MB);
    return prose.opaque!.map(([start, end]) => prose.text.slice(start, end));
  };
  it('is not read: hidden text, codes of fields with fields in them, formulas', () => {
    expect(blocks(docx(p(r('Seen '), r('unseen', '<w:vanish/>'), r('too', '<w:vanish w:val="0"/>'), r('.'))))).toEqual(['body: Seen too.']);
    expect(blocks(docx(p(r('On '), field('begin', '<w:instrText> IF </w:instrText>', 'begin', '<w:instrText>PAGE</w:instrText>', 'separate', t('3'), 'end', '<w:instrText>= 1 "x" "y"</w:instrText>', 'separate', t('page two'), 'end'), r(' of '), '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>9</w:t></w:r></w:fldSimple>', field('begin', '<w:instrText>XE "entry"</w:instrText>', t('code'), 'end'), r(' here.'))))).toEqual(['body: On page two of 9 here.']);
    expect(blocks(docx(p(r('Half a field'), field('begin', t('code'))) + p(r('goes on.'))))).toEqual(['body: Half a field', 'body: goes on.']);
    expect(blocks(docx(p(r('Where '), '<m:oMath xmlns:m="x"><m:r><m:t>a</m:t></m:r></m:oMath>', r(' is small.'))))).toEqual(['body: Where \ufffc is small.']);
  });
  it('is what it is now, not before a change of formatting', () => {
    expect(blocks(docx(p(`<w:pPr><w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr></w:pPrChange></w:pPr>`, r('Seen.', '<w:b/><w:rPrChange w:id="2"><w:rPr><w:vanish/><w:noProof/></w:rPr></w:rPrChange>'))))).toEqual(['body: Seen.']);
    expect(opaque(docx(p(r('Seen.', '<w:rPrChange w:id="2"><w:rPr><w:noProof/><w:lang w:val="fr"/></w:rPr></w:rPrChange>') + r(' And much more of it.'))))).toEqual([]);
  });
  it('goes on where the end of a paragraph is deleted', () => {
    expect(blocks(docx(`<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="other"/></w:rPr></w:pPr>${r('The talks ')}</w:p>${p(r('went on.'))}${p(r('The end.'))}`))).toEqual(['body: The talks went on.', 'body: The end.']);
    expect(blocks(docx(`<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="other"/></w:rPr></w:pPr>${r('The talks went.')}</w:p>${p(r('The end.'))}`))).toEqual(['body: The talks went.', 'body: The end.']);
  });
  it('may be said by styles, and by those that they are based on', () => {
    const style = (id: string, type: string, name: string, properties: string, base = '') => `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${base && `<w:basedOn w:val="${base}"/>`}<w:rPr>${properties}</w:rPr></w:style>`;
    const styles = `<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/><w:noProof/></w:rPr></w:rPrDefault></w:docDefaults>${style('Code', 'paragraph', 'Code', '<w:noProof/>')}${style('Mine', 'paragraph', 'Mine', '<w:b/>', 'Code')}${style('Fremd', 'character', 'Foreign', '<w:lang w:val="fr-FR"/>')}${style('Inv', 'character', 'Invisible', '<w:vanish/>')}${style('Inh1', 'paragraph', 'toc 1', '')}${style('A', 'paragraph', 'A', '', 'B')}${style('B', 'paragraph', 'B', '', 'A')}${style('H', 'paragraph', 'Kapitel', '', 'berschrift1')}<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>`;
    const styled = (id: string, text: string, format = '') => `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${r(text, format)}</w:p>`;
    const bytes = docx(styled('Mine', 'x is y') + styled('Mine', 'Prose of it.', '<w:noProof w:val="0"/>') + styled('Inh1', 'The contents\t3') + styled('A', 'Round and round.') + styled('H', 'A chapter') + p(r('He spoke of '), r('la raison', '<w:rStyle w:val="Fremd"/>'), r('x', '<w:rStyle w:val="Inv"/>'), r(' and more.')), {'word/styles.xml': styles});
    expect(blocks(bytes)).toEqual(['body: x is y', 'body: Prose of it.', 'body: Round and round.', 'heading: A chapter', 'body: He spoke of la raison and more.']);
    expect(opaque(bytes)).toEqual(['x is y', 'la raison']);
  });
  it('is not linted nor changed: the text of comments', () => {
    const bytes = docx(p(r('They defended the peace.')), {'word/comments.xml': `<w:comments xmlns:w="${W}"><w:comment w:id="4" w:author="other">${p(r('four dayswhich'))}</w:comment></w:comments>`, 'word/_rels/document.xml.rels': relations('styles=styles.xml', 'comments=comments.xml')});
    expect(blocks(bytes)).toEqual(['body: They defended the peace.']);
  });
});

describe('tracked changes', () => {
  it('change the text alone and keep the formatting', () => {
    const before = docx(p(r('They defended the '), r('hard', '<w:b/>'), r(' -won peace.', '<w:i/>')));
    const after = main(revised(before, 'hard -won', 'hard-won'));
    expect(settle(after, true)).toEqual(['They defended the hard-won peace.']);
    expect(settle(after, false)).toEqual(['They defended the hard -won peace.']);
    expect(after).toContain(`<w:del w:id="1" w:author="mtlint" w:date="${DATE}"><w:r><w:rPr><w:i/></w:rPr><w:delText xml:space="preserve"> </w:delText></w:r></w:del><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">-won peace.</w:t></w:r>`);
  });
  it('split runs, in text with spaces and entities, and beside other things in the run', () => {
    const before = docx(p('<w:r w:rsidR="1"><w:t>Salt &amp; peper now</w:t><w:br/><w:t>and then</w:t></w:r>'));
    const after = main(revised(before, 'Salt & peper', 'Salt & <pepper>'));
    expect(settle(after, true)).toEqual(['Salt &amp; &lt;pepper&gt; nowand then']);
    expect(settle(after, false)).toEqual(['Salt &amp; peper nowand then']);
    expect(after).toContain('<w:br/><w:t>and then</w:t></w:r>');
  });
  it('do not stand in the insertion of somebody else', () => {
    const before = docx(p(r('A '), `<w:ins w:id="7" w:author="other" w:date="${DATE}">${r('very old')}</w:ins>`, r(' man.')));
    const after = main(revised(before, 'very old', 'quite old'));
    expect(after).toContain(`<w:ins w:id="7" w:author="other" w:date="${DATE}"><w:del w:id="8" w:author="mtlint" w:date="${DATE}"><w:r><w:delText xml:space="preserve">very</w:delText></w:r></w:del></w:ins><w:ins w:id="9" w:author="mtlint" w:date="${DATE}">`);
    expect(settle(after, true)).toEqual(['A quite old man.']);
  });
  it('leave the rest of the package byte for byte', () => {
    const before = docx(p(r('the hard -won peace')));
    const after = revised(before, 'hard -won', 'hard-won');
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
    // Local records, with their headers and packed bytes.
    for (const name of ['[Content_Types].xml', '_rels/.rels', 'word/styles.xml', 'word/media/image1.png']) {
      const record = text(before).slice(text(before).indexOf(`PK\x03\x04`, text(before).indexOf(name) - 30)).split('PK\x03\x04')[1]!.split('PK\x01\x02')[0]!;
      expect(record).toContain(name);
      expect(text(after)).toContain(record);
    }
    expect(Object.keys(unzipSync(after))).toEqual(Object.keys(unzipSync(before)));
  });
  it('of any documents and words are right when accepted and when rejected', () => {
    const word = fc.constantFrom('hard', '-won', 'the', 'peace', 'R&amp;D', 'caf&#233;', ' ', ' ', ',', '.', 'x');
    const run = fc.tuple(fc.array(word, {maxLength: 6}), fc.constantFrom('', '<w:b/>', '<w:i/><w:sz w:val="20"/>'), fc.constantFrom('', '<w:tab/>', '<w:br/>'), fc.boolean()).map(([words, format, extra, inserted]) => {
      const xml = `<w:r>${format && `<w:rPr>${format}</w:rPr>`}<w:t xml:space="preserve">${words.join('')}</w:t>${extra}</w:r>`;
      return inserted ? `<w:ins w:id="3" w:author="other">${xml}</w:ins>` : xml;
    });
    fc.assert(fc.property(fc.array(fc.array(run, {maxLength: 4}), {maxLength: 3}), fc.infiniteStream(fc.tuple(fc.nat(12), fc.constantFrom('', 'zebra', 'a b', '<', '-'))), (paragraphs, choices) => {
      const bytes = docx(paragraphs.map((runs) => p(...runs)).join(''));
      const document = new Docx(bytes, MB);
      const {text, segments} = document.prose;
      const edits: {start: number; end: number; text: string}[] = [];
      const notes: {start: number; end: number; text: string}[] = [];
      let at = 0;
      for (const segment of segments) {
        for (at = segment.start; at < segment.end; ) {
          const [length, put] = choices.next().value as [number, string];
          const edit = {start: at, end: Math.min(segment.end, at + 1 + (length % 5)), text: put};
          if (length > 8 && document.format.parse(text).toSourceEdit(edit)) edits.push(edit);
          else if (length > 6) notes.push({...edit, text: 'Why?'});
          at = edit.end + 1;
        }
      }
      const xml = main(document.revise(edits, notes, DATE));
      const before = settle(main(bytes), true);
      expect(settle(xml, false)).toEqual(before);
      let expected = text;
      for (const edit of edits.toReversed()) expected = expected.slice(0, edit.start) + edit.text + expected.slice(edit.end);
      const plain = (s: string) => s.replace(/\s+/g, '');
      const decoded = settle(xml, true).join('\n').replaceAll('&amp;', '&').replaceAll('&#233;', 'é').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
      expect(plain(decoded)).toBe(plain(expected));
      expect(plain(new Docx(docx(/<w:body>(.*)<\/w:body>/s.exec(xml)![1]!), MB).prose.text)).toBe(plain(expected));
    }), {numRuns: 400});
  }, 60_000);
});

describe('notes, headers and text boxes', () => {
  const part = (root: string, body: string) => `<w:${root} xmlns:w="${W}">${body}</w:${root}>`;
  const box = (body: string) => `<w:r><mc:AlternateContent xmlns:mc="x"><mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="y"><w:txbxContent>${body}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox xmlns:v="z"><w:txbxContent>${body}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const bytes = docx(p(r('The visit'), box(p(r('A hard -won box.')) + p(r('Four dayswhich passed.'))), r(' lasts.'), '<w:r><w:footnoteReference w:id="2"/></w:r>') + p(r('The end.')), {
    'word/footnotes.xml': part('footnotes', `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2">${p('<w:r><w:footnoteRef/></w:r>', r(' A hard -won note of dayswhich passed.'))}</w:footnote>`),
    'word/header1.xml': part('hdr', p(r('A hard -won head, four dayswhich passed.'))),
    'word/_rels/document.xml.rels': relations('styles=styles.xml', 'footnotes=footnotes.xml', 'header=header1.xml', 'header=header1.xml', 'hyperlink=header2.xml'),
  });
  it('are read behind the body, each once', () => {
    expect(blocks(bytes)).toEqual(['body: The visit\ufffc lasts.', 'body: The end.', 'body: A hard -won box.', 'body: Four dayswhich passed.', 'body: A hard -won note of dayswhich passed.', 'body: A hard -won head, four dayswhich passed.']);
    const {prose, pointAt} = new Docx(bytes, MB);
    expect(pointAt(prose.text.indexOf('-won head'))).toEqual({line: 6, column: 8});
  });
  it('are repaired where they stand, and commented on where Word has comments', () => {
    const document = new Docx(bytes, MB);
    const all = (word: string) => [...document.prose.text.matchAll(new RegExp(word, 'g'))].map(({index}) => ({start: index, end: index + word.length}));
    const files = unzipSync(document.revise(all('hard -won').map((at) => ({...at, text: 'hard-won'})), all('dayswhich').map((at) => ({...at, text: 'Two words.'})), DATE));
    const xml = (name: string) => strFromU8(files[`word/${name}.xml`]!);
    for (const name of ['document', 'footnotes', 'header1']) {
      expect(settle(xml(name), true).join('\n')).toContain('hard-won');
      expect(settle(xml(name), false).join('\n')).toContain('hard -won');
    }
    // The form for old programs stays as it was.
    expect(xml('document').match(/<w:del /g)).toHaveLength(1);
    expect(xml('footnotes') + xml('header1')).not.toContain('comment');
    const said = new Map([...xml('comments').matchAll(/w:id="(\d+)"[^>]*><w:p><w:r><w:t [^>]*>([^<]*)</g)].map(([, id, text]) => [id, text]));
    // At the beginning of the body, beside the text box, and beside the number of the note.
    expect([...xml('document').matchAll(/<w:t xml:space="preserve">([^<]*)|<w:commentRangeStart w:id="(\d+)"/g)].map(([, text, id]) => text ?? said.get(id!)).slice(0, 8)).toEqual([
      'In a header, “dayswhich”: Two words.', 'The visit', 'In a text box, “dayswhich”: Two words.', 'A hard', '-won box.', 'Four dayswhich passed.', 'A hard -won box.', 'Four dayswhich passed.',
    ]);
    expect(xml('document')).toMatch(/ lasts\.<\/w:t><\/w:r><w:commentRangeStart w:id="\d+"\/><w:commentRangeEnd w:id="\d+"\/><w:r><w:commentReference w:id="\d+"\/><\/w:r><w:r><w:footnoteReference/);
    expect(said.size).toBe(3);
    const ids = ['document', 'footnotes', 'header1'].flatMap((name) => [...xml(name).matchAll(/<w:(?:del|ins|commentRangeStart) w:id="(\d+)"/g)].map(([, id]) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('comments', () => {
  const bytes = docx(p(r('four dayswhich includes')));
  const note = {start: 5, end: 14, text: 'Unexpected <dayswhich>'};
  it('get a part of their own', () => {
    const files = unzipSync(new Docx(bytes, MB).revise([], [note], DATE));
    expect(strFromU8(files['word/comments.xml']!)).toContain(`<w:comment w:id="1" w:author="mtlint" w:date="${DATE}" w:initials="mt"><w:p><w:r><w:t xml:space="preserve">Unexpected &lt;dayswhich&gt;</w:t>`);
    expect(strFromU8(files['[Content_Types].xml']!)).toContain('<Override PartName="/word/comments.xml"');
    expect(strFromU8(files['word/_rels/document.xml.rels']!)).toContain('/relationships/comments" Target="comments.xml"/>');
    expect(strFromU8(files['word/document.xml']!)).toContain(`${r('four ')}<w:commentRangeStart w:id="1"/>${r('dayswhich')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${r(' includes')}`);
  });
  it('join those that are there', () => {
    const more = docx(p(r('four dayswhich includes')), {'word/comments.xml': `<w:comments xmlns:w="${W}"><w:comment w:id="4" w:author="other"><w:p/></w:comment></w:comments>`, 'word/_rels/document.xml.rels': relations('styles=styles.xml', 'comments=comments.xml')});
    const files = unzipSync(new Docx(more, MB).revise([], [note], DATE));
    expect(strFromU8(files['word/comments.xml']!)).toMatch(/<w:comment w:id="4".*<\/w:comment><w:comment w:id="5" w:author="mtlint".*<\/w:comment><\/w:comments>$/);
    expect(strFromU8(files['[Content_Types].xml']!)).toBe(TYPES);
  });
});

describe('bad files', () => {
  const good = docx(p(r('text')));
  const error = (bytes: Uint8Array, limit = MB) => {
    try {
      new Docx(bytes, limit);
    } catch (e) {
      return (e as Error).message;
    }
    return 'none';
  };
  it('say what is wrong and what to do', () => {
    expect(error(good.slice(0, good.length - 30))).toMatch(/^The file is damaged or was cut off: its table of contents is missing\. Open it in Word/);
    expect(error(new Uint8Array())).toMatch(/cut off/);
    expect(error(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0, 0, 0]))).toMatch(/password, or of an old version of Word/);
    expect(error(zipSync({'a.txt': strToU8('x')}))).toMatch(/no Word document: the part with its text is missing/);
    expect(error(docx('<w:p><w:r></w:p>'))).toMatch(/^`word\/document\.xml` in the file, line 2, column \d+: this is no sound XML \(.*\)\. Open it in Word, save it again, and run again\.$/);
    expect(error(docx('', {'word/document.xml': '<html/>'}))).toMatch(/its main part has another root/);
    expect(error(docx('', {'word/document.xml': `<!DOCTYPE w [<!ENTITY a "b">]><w:document xmlns:w="${W}">&a;</w:document>`}))).toMatch(/for safety/);
  });
  it('with a flipped byte are an error or the same text, never a crash', () => {
    fc.assert(fc.property(fc.nat(good.length - 1), fc.integer({min: 1, max: 255}), (at, flip) => {
      const bytes = good.slice();
      bytes[at]! ^= flip;
      expect(error(bytes)).toMatch(/none|file|document|Line|packed/);
    }), {numRuns: 500});
  });
  it('that unpack to 10 GB are not unpacked', () => {
    // A megabyte of zeros, ten thousand times; the directory states an honest size, or a small one.
    const chunk = deflateRawSync(Buffer.alloc(MB), {finishFlush: constants.Z_FULL_FLUSH});
    const bomb = Buffer.concat([...Array.from({length: 10_000}, () => chunk), deflateRawSync(Buffer.alloc(0))]);
    for (const size of [0xffff_0000, 1000]) {
      const name = Buffer.from('word/document.xml');
      const local = Buffer.alloc(30);
      local.writeUInt32LE(0x04034b50);
      local.writeUInt16LE(8, 8);
      local.writeUInt32LE(bomb.length, 18);
      local.writeUInt32LE(size, 22);
      local.writeUInt16LE(name.length, 26);
      const record = Buffer.alloc(46);
      record.writeUInt32LE(0x02014b50);
      record.writeUInt16LE(8, 10);
      record.writeUInt32LE(bomb.length, 20);
      record.writeUInt32LE(size, 24);
      record.writeUInt16LE(name.length, 28);
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50);
      end.writeUInt16LE(1, 8);
      end.writeUInt16LE(1, 10);
      end.writeUInt32LE(46 + name.length, 12);
      end.writeUInt32LE(30 + name.length + bomb.length, 16);
      expect(error(Buffer.concat([local, name, bomb, record, name, end]), 20 * MB)).toBe('`word/document.xml` unpacks to more than 20 MB, which is the limit. Split the document and lint the parts.');
    }
  });
});

describe('the command', () => {
  const bin = path.resolve(import.meta.dirname, '../dist/cli.cjs');
  let folder: string;
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-docx-')));
  });
  afterAll(() => rmSync(folder, {recursive: true, force: true}));
  const mtlint = (...args: string[]): SpawnSyncReturns<string> => spawnSync(process.execPath, [bin, ...args], {cwd: folder, encoding: 'utf8', env: {...process.env, NO_COLOR: '1', FORCE_COLOR: ''}});
  const body = p(r('The summit')) + p(r('They defended the '), r('hard', '<w:b/>'), r(' -won peace. The visit lasts four dayswhich includes the parade.'));
  const file = (name: string) => path.join(folder, name);

  it('reports paragraphs and columns, and shows the change of the text', () => {
    writeFileSync(file('a.docx'), docx(body));
    const report = mtlint('a.docx');
    expect(report.stdout).toMatch(/2:19\s+warning\s+Unexpected `hard -won`/);
    expect(report.stdout).toMatch(/2:57\s+error\s+Unexpected `dayswhich`/);
    expect(report.status).toBe(1);
    expect(mtlint('--diff', 'a.docx').stdout).toContain('-They defended the hard -won peace.');
    expect(readdirSync(folder)).toEqual(['a.docx']);
  });
  it('accepts and explains a finding by its place', () => {
    expect(mtlint('explain', '--finding', 'a.docx:2:57').stdout).toContain('2:57  fused-words  Unexpected `dayswhich`');
    expect(mtlint('accept', 'finding', 'a.docx:2:57').stdout).toContain('fused-words dayswhich` to accepted in mtlint.config.yaml.');
    expect(mtlint('--format', 'compact', 'a.docx').stdout).not.toContain('dayswhich');
    rmSync(file('mtlint.config.yaml'));
  });
  it('--fix writes a copy, and neither over the original nor over another copy', () => {
    const before = readFileSync(file('a.docx'));
    const first = mtlint('--fix', 'a.docx');
    expect(first.stderr).toBe('a.mtlint.docx: 1 tracked change, 1 comment\n');
    expect(first.status).toBe(1);
    expect(first.stdout).not.toContain('hard -won`');
    expect(readFileSync(file('a.docx')).equals(before)).toBe(true);
    const copy = readFileSync(file('a.mtlint.docx'));
    expect(settle(main(copy), true)[1]).toBe('They defended the hard-won peace. The visit lasts four dayswhich includes the parade.');
    const second = mtlint('--fix', 'a.docx');
    expect(second.status).toBe(2);
    expect(second.stdout).toContain('`a.mtlint.docx` is there already');
    expect(readFileSync(file('a.mtlint.docx')).equals(copy)).toBe(true);
    // Folders are linted without copies.
    expect(JSON.parse(mtlint('--format', 'json', '.').stdout)).toHaveLength(1);
  });
  it('--fix writes nothing where nothing is found', () => {
    writeFileSync(file('sound.docx'), docx(p(r('The minister said on Monday that the talks would go on.'))));
    expect(mtlint('--fix', 'sound.docx').status).toBe(0);
    expect(existsSync(file('sound.mtlint.docx'))).toBe(false);
  });
  it('--fix makes comments of what it does not repair, also where it repairs nothing', () => {
    writeFileSync(file('d.docx'), docx(p(r('The visit lasts four dayswhich includes the parade.'))));
    const {stderr, status, stdout} = mtlint('--fix', 'd.docx');
    expect({stderr, status}).toEqual({stderr: 'd.mtlint.docx: 0 tracked changes, 1 comment\n', status: 1});
    expect(stdout).toContain('dayswhich');
    expect(settle(main(readFileSync(file('d.mtlint.docx'))), true)).toEqual(['The visit lasts four dayswhich includes the parade.']);
  });
  it('takes its results from the cache, and gives the same report', () => {
    const cold = mtlint('--cache', '--cache-location', 'cache.json', 'a.docx', 'sound.docx');
    const lines = readFileSync(file('cache.json'), 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
    expect(lines.slice(1).map(([name]) => name)).toEqual(['"a.docx"', '"sound.docx"']);
    expect(mtlint('--cache', '--cache-location', 'cache.json', 'a.docx', 'sound.docx').stdout).toBe(cold.stdout);
    changeCached(file('cache.json'), 'a.docx', (result) => ({...result, findings: result.findings.map((f) => ({...f, message: 'This is from the cache'}))}));
    expect(mtlint('--cache', '--cache-location', 'cache.json', 'a.docx').stdout).toContain('This is from the cache');
  });
  it('says what is wrong with a broken file, status 2', () => {
    writeFileSync(file('broken.docx'), docx(body).slice(0, 500));
    const result = mtlint('--fix', 'broken.docx');
    expect(result.stdout).toContain('The file is damaged or was cut off');
    expect(result.status).toBe(2);
    expect(existsSync(file('broken.mtlint.docx'))).toBe(false);
  });

  const office = spawnSync('soffice', ['--version']).status === 0 || Boolean(process.env.CI);
  it.skipIf(!office)(`writes what LibreOffice opens, with the changes and comments${office ? '' : ' (skipped: there is no `soffice` here)'}`, () => {
    const home = `-env:UserInstallation=file://${folder}/office`;
    const convert = (to: string, name: string) => spawnSync('soffice', [home, '--headless', '--convert-to', to, '--outdir', folder, file(name)], {cwd: folder, encoding: 'utf8'});
    // A document that Writer made, with styles, settings and all.
    writeFileSync(file('b.html'), '<html lang="en"><body><h1>The summit</h1><p>They defended the <b>hard</b><i> -won</i> peace &amp; freedom. The visit lasts four dayswhich includes the parade.</p></body></html>');
    convert('docx:MS Word 2007 XML', 'b.html');
    expect(mtlint('--fix', 'b.docx').stderr).toBe('b.mtlint.docx: 1 tracked change, 1 comment\n');
    convert('fodt', 'b.mtlint.docx');
    const text = readFileSync(file('b.mtlint.fodt'), 'utf8');
    expect(text).toMatch(/<text:deletion>\s*<office:change-info>\s*<dc:creator>mtlint<\/dc:creator>/);
    expect(text).toMatch(/<office:annotation [^>]*>[\s\S]*?<dc:creator>mtlint<\/dc:creator>[\s\S]*?Unexpected `dayswhich`/);
    convert('fodt', 'a.mtlint.docx');
    expect(readFileSync(file('a.mtlint.fodt'), 'utf8')).toMatch(/<dc:creator>mtlint<\/dc:creator>/);
    // With a header, a note and a text box.
    writeFileSync(file('c.html'), `<html lang="en"><body><div title="header"><p>A hard -won head, four dayswhich passed</p></div><p>The visit goes on.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><p>It is the end of it.</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>They defended the hard -won peace. It lasts four dayswhich includes the parade.</p></div></body></html>`);
    convert('docx:MS Word 2007 XML', 'c.html');
    expect(mtlint('--fix', 'c.docx').stderr).toBe('c.mtlint.docx: 2 tracked changes, 2 comments\n');
    convert('fodt', 'c.mtlint.docx');
    const parts = readFileSync(file('c.mtlint.fodt'), 'utf8');
    expect(parts).toContain('In a header, “dayswhich”');
    expect(parts).toMatch(/<text:note-body>[\s\S]*?They defended the hard<text:change-start [\s\S]*?<\/text:note-body>/);
    expect(parts).toMatch(/<style:header>[\s\S]*?A hard<text:change-start /);
  }, 120_000);
});
