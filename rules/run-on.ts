import {CONJUNCTIONS, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfPast, baseOfThird} from '../src/document/verbs.ts';
import {BE, DO, HAVE, MODALS} from '../src/evidence/clause.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {defineRule} from '../src/rule/rule.ts';

const OPENERS = /^(?:The|He|She|It|They|We|This|These|There|But|However|According)$/;
const SUBJECTS = /^(?:he|she|it|they|we|this|these|there)$/;
const SPEECH = /^(?:said|says|added|adds|told|explained|stressed|noted|recalled|announced|warned|wrote|continued|stated|concluded|insisted|argued|claimed|thinks|believes|thought|admitted|declared|say|seems|appears|turned|turns|hoped|hopes)$/;
const CREDIT = /^(?:photo|photos|image|images|picture|credit|credits|illustration|screenshot|copyright)$/;
const AGENCY = /^(?:AFP|AP|Reuters|REUTERS|dpa|DPA|ANSA|EFE|TASS|Xinhua|Ukrinform|Interfax|UPI|Lusa|LUSA|PTI|ANI|IANS|Anadolu|AA|BBC|CNN|Yonhap|Kyodo|ATS|APA|ANP|Belga|PAP|CTK|MTI|AGI|Agerpres|BelTA|RIA|SPA|WAM|MENA|KUNA|Antara|Bernama|VNA|VNS)$/;

export default defineRule({
  id: 'run-on',
  summary: 'A heading, credit or dateline inside a sentence, or two sentences joined by a comma',
  why: `Pages lose their line breaks before they are translated: a crosshead, the credit of a picture or a second dateline ends up inside a sentence (\`A new era The president said\`, \`Photo: Reuters The army\`). Chinese, Arabic, Spanish and Russian join clauses with a comma where English has a full stop.

Silent in titles and quotations, on names that begin with *The*, and, for commas, in texts that do not look machine-translated.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.6,
  reach: 'paragraph',
  needs: 0.2,
  kinds: {
    credit: 'The credit of a picture inside the text',
    heading: 'A heading at the beginning of a sentence',
    sentence: 'A sentence that begins inside another one',
    dateline: 'A dateline inside the text',
    comma: 'A comma where a sentence ends',
  },
  examples: {
    bad: [
      {text: 'The storm killed nine people Photo: Reuters The army was called.', flagged: ['Photo: Reuters '], fixed: 'The storm killed nine people The army was called.'},
      {text: 'A difficult winter The mayor said that the town had no coal.', flagged: ['A difficult winter '], fixed: 'The mayor said that the town had no coal.'},
      {text: 'The strike ended in the night The mayor spoke of a success.', flagged: [' The'], fixed: 'The strike ended in the night. The mayor spoke of a success.', mt: 'yes'},
      {text: 'The minister resigned on Monday, the president accepted it at once.', flagged: [','], fixed: 'The minister resigned on Monday. The president accepted it at once.', mt: 'yes'},
      {text: 'The bridge was closed. LVIV, May 5 (Ukrinform) – It will open in June.', flagged: ['LVIV, May 5 (Ukrinform) – '], fixed: 'The bridge was closed. It will open in June.'},
    ],
    good: [
      'He read it in The Guardian, and the club left The Hague.',
      'He came, he saw, he left. The sooner it ends, the better it is.',
      'It is late, he said. After the war ended, the president resigned.',
      'When asked, the mayor spoke, the minister said, of a great success.',
      'A photo of the storm was shown in The Times. KYIV (Ukrinform) – It rained.',
      'The mayor, the president and the minister met, the first time in May.',
      '“The road is closed, it is flooded,” she said.',
    ],
  },
  check(document, report) {
    const {tokens, sentences} = document;
    const quoted = quotedTokens(document);
    for (const token of document.ownTokens) {
      if (quoted[token.index]) continue;
      if (token.text === ',') splice(token);
      else if (token.kind !== 'word') continue;
      else if (CREDIT.test(token.word.folded) && token.word.shape === 'capital' && tokens[token.index + 1]?.text === ':') credit(token);
      else if (token.word.shape === 'capital' && OPENERS.test(token.text)) opener(token);
      else if (AGENCY.test(token.text) && tokens[token.index - 1]?.text === '(' && tokens[token.index + 1]?.text === ')') dateline(token);
    }

    /** Whether a token is the finite verb of a clause, as far as its form tells. */
    function finite(t: Token | undefined): boolean {
      if (t?.kind !== 'word' || t.word.shape !== 'lower') return false;
      const w = t.word.folded;
      if (/^(?:be|been|being|having)$/.test(w)) return false;
      return BE.has(w) || HAVE.has(w) || MODALS.has(w) || DO.has(w) || (baseOfPast(w) !== undefined || baseOfThird(w) !== undefined) && posOf(document, t) === 'VERB';
    }

    /** A credit behind a word of the text, up to three names long. */
    function credit(token: Token): void {
      const before = document.before(token);
      if (!before || before.kind === 'punctuation' && before.text !== ',') return;
      let end = token.index + 1;
      for (let k = end + 1; k < end + 6; k++) {
        const t = tokens[k];
        if (!t || t.sentence !== token.sentence) break;
        if (t.kind === 'word' && t.word.shape === 'lower' && !/^(?:by|via|of)$/.test(t.text)) break;
        if (t.kind === 'word' && OPENERS.test(t.text) || t.text === '.') break;
        end = k;
        if (k > token.index + 4) break;
      }
      if (end === token.index + 1) return;
      const next = tokens[end + 1];
      report({kind: 'credit', start: token.start, end: next && next.sentence === token.sentence && next.kind === 'word' ? next.start : tokens[end]!.end, proposals: [''], confidence: 0.85, note: 'The credit of a picture ran into the text.', message: `\`${document.text.slice(token.start, tokens[end]!.end).slice(0, 50)}\` is no part of the sentence`});
    }

    /** A sentence that begins inside another one. */
    function opener(token: Token): void {
      const before = document.before(token);
      const next = document.after(token);
      const {first, last} = sentences[token.sentence]!;
      if (!before || !token.spaced || before.kind !== 'word' && before.kind !== 'number' || !next || next.kind !== 'word' || next.word.shape !== 'lower' || document.isTitle(token.sentence)) return;
      const b = before.word.folded;
      if (before.kind === 'word' && before.word.shape !== 'lower' || PREPOSITIONS.has(b) || CONJUNCTIONS.has(b) || DETERMINERS.has(b) || BE.has(b) || HAVE.has(b) || MODALS.has(b) || /^(?:to|not|who|which|called|named|titled|entitled|said|says)$/.test(b)) return;
      // A clause must follow.
      let verb = -1;
      for (let k = token.index + 1; k <= last && k < token.index + 9; k++) if (finite(tokens[k])) {
        verb = k;
        break;
      }
      if (verb < 0) return;
      let verbBefore = false;
      for (let k = first; k < token.index && k < first + 40; k++) if (finite(tokens[k])) {
        verbBefore = true;
        break;
      }
      if (!verbBefore) {
        if (token.index - first < 2 || token.index - first > 8 || FUNCTION_WORDS.has(b) || !/^\p{Lu}/u.test(tokens[first]!.text)) return;
        if (tokens.slice(first, token.index).some((t) => t.kind === 'punctuation' && t.text !== '-')) return;
        const heading = document.text.slice(tokens[first]!.start, before.end);
        report({kind: 'heading', start: tokens[first]!.start, end: token.start, proposals: ['', `${heading}\n\n`], confidence: 0.72, note: 'It looks like a heading that ran into the text.', message: `\`${heading.slice(0, 50)}\` is no part of the sentence`});
        return;
      }
      if (FUNCTION_WORDS.has(b) || before.kind === 'word' && posOf(document, before) === 'VERB') return;
      report({kind: 'sentence', start: before.end, end: token.end, proposals: [`. ${token.text}`], confidence: 0.62, note: 'A new sentence begins here: the full stop is lost.', message: `A full stop seems to be missing before \`${token.text}\``});
    }

    /** "KYIV, May 5 (Ukrinform) –" behind other text. */
    function dateline(token: Token): void {
      const dash = tokens[token.index + 2];
      if (!dash || !/^[–—-]$/.test(dash.text)) return;
      let k = token.index - 2;
      while (k > token.index - 9 && tokens[k] && tokens[k]!.segment === token.segment && (tokens[k]!.kind === 'number' || tokens[k]!.text === ',' || tokens[k]!.text === '.' && tokens[k - 1]?.word.shape === 'capital' || tokens[k]!.kind === 'word' && tokens[k]!.word.shape !== 'lower')) k--;
      const start = tokens[k + 1]!;
      const before = tokens[k];
      if (k + 1 >= token.index - 1 || start.word.shape !== 'upper' || !before || before.segment !== token.segment || before.kind === 'opaque') return;
      const next = tokens[dash.index + 1];
      report({kind: 'dateline', start: start.start, end: next ? next.start : dash.end, proposals: [''], confidence: 0.75, note: 'A dateline stands at the beginning of a report.', message: `\`${document.text.slice(start.start, dash.end).slice(0, 50)}\` is no part of the sentence`});
    }

    /** "resigned on Monday, the president accepted it": a statement, a comma, a statement. */
    function splice(comma: Token): void {
      const {first, last} = sentences[comma.sentence]!;
      const subject = tokens[comma.index + 1];
      if (!subject || subject.sentence !== comma.sentence || subject.kind !== 'word' || subject.word.shape !== 'lower' || comma.index - first < 4 || last - comma.index < 5 || tokens[last]!.text !== '.') return;
      const pronoun = SUBJECTS.test(subject.word.folded);
      if (!pronoun && subject.word.folded !== 'the') return;
      for (let k = first; k <= last; k++) if (k !== comma.index && (/^[,;:“”"()–—-]$/.test(tokens[k]!.text) || k > first + 60)) return;
      let v = comma.index + 2;
      if (!pronoun) while (v < comma.index + 5 && tokens[v]?.kind === 'word' && !finite(tokens[v]) && !PREPOSITIONS.has(tokens[v]!.word.folded)) v++;
      const verb = tokens[v];
      if (!verb || verb.sentence !== comma.sentence || !finite(verb) || SPEECH.test(verb.word.folded) || !pronoun && v === comma.index + 2) return;
      // The first half: a subject at its very start and its verb, no word that subordinates it.
      const open = tokens[first]!;
      if (!/^(?:the|he|she|it|they|we|this|his|her|their|its|these|there)$/.test(open.word.folded) && !(open.kind === 'word' && open.word.isName && !open.word.english)) return;
      let found = false;
      for (let k = first + 1; k < comma.index; k++) {
        const t = tokens[k]!;
        if (/^(?:if|when|while|because|although|before|after|since|as|ago|than|more|less|not|never|no|that|despite|according|including|by|so|won't|can't|isn't)$/.test(t.word.folded)) return;
        if (k === first + 1 && /^(?:more|less|sooner|longer|better|only|first|last|[a-z]+er)$/.test(t.word.folded) && open.word.folded === 'the' && (t.word.folded !== 'minister' && t.word.folded !== 'leader' && posOf(document, t) !== 'NOUN')) return;
        if (finite(t)) found = true;
      }
      if (!found) return;
      const capital = `${subject.text[0]!.toUpperCase()}${subject.text.slice(1)}`;
      report({kind: 'comma', start: comma.start, end: comma.end, proposals: [{start: comma.start, end: subject.end, text: `. ${capital}`}, {start: comma.start, end: comma.end, text: ', and'}], confidence: 0.3, minWords: 60, note: 'Two sentences are joined by a comma.', message: 'A comma joins two sentences: expected a full stop or “and”'});
    }
  },
});
