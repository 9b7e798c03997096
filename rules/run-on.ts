import {ARTICLES, CONJUNCTIONS, DAYS, DETERMINERS, FUNCTION_WORDS, MONTHS, NUMBER_WORDS, POSSESSIVES, PREPOSITIONS, PRONOUNS} from '../src/document/english.ts';
import {speaks} from '../src/document/speech.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfParticiple, baseOfPast, baseOfThird, isInfinitive} from '../src/document/verbs.ts';
import {BE, DO, finite, HAVE, MODALS, wordAt} from '../src/evidence/clause.ts';
import {pluralNoun} from '../src/evidence/noun-phrase.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {Flag, pairCount} from '../src/lexicon/lexicon.ts';
import {isLicence} from '../src/evidence/text-kind.ts';
import {defineRule} from '../src/rule/rule.ts';

const OPENERS = /^(?:The|He|She|It|They|We|This|These|There|But|However|According)$/;
const SUBJECTS = /^(?:he|she|it|they|we|this|these|there)$/;
/** With these a report begins behind its dateline. */
const BEGINS = /^(?:The|A|An|He|She|They|This|These|His|Her|Its|Their|At|On|In|After|Two|Three|Several|Many|Some|More)$/;
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
  needs: 0.3,
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
      {text: 'Prices rose by 12% in October, farmers blamed the drought. The reservoir supplies water to the region, its level has never been so low.', flagged: [',', ','], fixed: 'Prices rose by 12% in October. Farmers blamed the drought. The reservoir supplies water to the region. Its level has never been so low.', mt: 'yes'},
      {text: 'WASHINGTON The president signed the law. KYIV, Ukraine (AP) The army said that it had left.', flagged: ['WASHINGTON ', 'KYIV, Ukraine (AP) '], fixed: 'WASHINGTON — The president signed the law. KYIV, Ukraine (AP) — The army said that it had left.', mt: 'yes'},
      {text: 'The bridge was closed. LVIV, May 5 (Ukrinform) – It will open in June.', flagged: ['LVIV, May 5 (Ukrinform) – '], fixed: 'The bridge was closed. It will open in June.'},
    ],
    good: [
      'WASHINGTON (AP) — The president signed the law. PARIS AND LONDON AGREE. NATO The Hague summit ended.',
      'He read it in The Guardian, and the club left The Hague.',
      'He came, he saw, he left. The sooner it ends, the better it is.',
      'It is late, he said. After the war ended, the president resigned.',
      'The road lies on a river, a stream the Greeks called Borysthenes. The goal he scored, the fans he inspired and the cups he won made him famous.',
      'The economy shrinks, inflation rises and unemployment grows. Some came by bus, others walked. The harvest was poor, farmers complain.',
      'In the last elections held in May, the party won. Whatever the court decides, the company will appeal. The first group left at noon, the second at three.',
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
      else if (CREDIT.test(token.word.folded) && token.word.shape === 'capital' && tokens[token.index + 1]?.text === ':') {
        if (!isLicence(document)) credit(token);
      }
      else if (token.word.shape === 'capital' && OPENERS.test(token.text)) opener(token);
      else if (token.word.shape === 'upper' && token.text.length > 3 && sentences[token.sentence]!.first === token.index && token.word.entry.flags & Flag.Place) place(token);
      else if (AGENCY.test(token.text) && tokens[token.index - 1]?.text === '(' && tokens[token.index + 1]?.text === ')') dateline(token);
    }

    /** Whether a token is a verb in the present behind a subject in the plural: "scientists register". */
    function plural(t: Token | undefined): boolean {
      const before = t && document.before(t);
      return t?.kind === 'word' && t.word.shape === 'lower' && before?.kind === 'word' && (/^(?:they|we|people|most|many)$/.test(before.word.folded) || pluralNoun(before, true) !== undefined) && isInfinitive(t.word.folded) && posOf(document, t) === 'VERB';
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
      for (let k = token.index + 1; k <= last && k < token.index + 9; k++) if (finite(document, tokens[k])) {
        verb = k;
        break;
      }
      if (verb < 0) return;
      let verbBefore = false;
      for (let k = first; k < token.index && k < first + 40; k++) if (finite(document, tokens[k])) {
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

    /** "WASHINGTON The president signed", "KYIV, Ukraine, May 5 (AP) The army said": the dash is lost. */
    function place(token: Token): void {
      const {last} = sentences[token.sentence]!;
      let k = token.index + 1;
      while (k < token.index + 10 && k < last && !(BEGINS.test(tokens[k]!.text) && tokens[k - 1]!.text !== ',') && (tokens[k]!.kind === 'number' || /^[,()]$/.test(tokens[k]!.text) || tokens[k]!.kind === 'word' && tokens[k]!.word.shape !== 'lower')) k++;
      const [begin, next] = [tokens[k], tokens[k + 1]];
      if (!begin || !next || begin.sentence !== token.sentence || !BEGINS.test(begin.text) || next.kind !== 'word' || next.word.shape === 'upper') return;
      let verb = k + 1;
      while (verb <= last && verb < k + 9 && !finite(document, tokens[verb])) verb++;
      if (verb > last || verb === k + 9) return;
      const line = document.text.slice(token.start, tokens[k - 1]!.end);
      report({kind: 'dateline', start: token.start, end: begin.start, proposals: [`${line} — `, ''], confidence: 0.75, note: 'The dash behind a dateline is lost.', message: `\`${line.slice(0, 50)}\` is no part of the sentence`});
    }

    /** "resigned on Monday, the president accepted it": a statement, a comma, a statement. */
    function splice(comma: Token): void {
      const {first, last} = sentences[comma.sentence]!;
      const subject = document.after(comma);
      if (!subject || comma.index - first < 3 || comma.index - first > 45 || last - comma.index < 4 || tokens[last]!.text !== '.' || document.isTitle(comma.sentence)) return;
      // The cheap tests of the second half come first: most commas end here.
      const verb = clauseVerb(comma.index + 1, last);
      if (verb < 0 || !statement(first, comma.index) || !bare(first, comma.index, last, verb)) return;
      const capital = `${subject.text[0]!.toUpperCase()}${subject.text.slice(1)}`;
      report({kind: 'comma', start: comma.start, end: comma.end, proposals: [{start: comma.start, end: subject.end, text: `. ${capital}`}, {start: comma.start, end: comma.end, text: ';'}, {start: comma.start, end: comma.end, text: ', and'}], confidence: 0.3, minWords: 60, note: 'Two sentences are joined by a comma.', message: 'A comma joins two sentences: expected a full stop or “and”'});
    }

    /** The finite verb of a main clause that begins at `i` with its subject; -1 if there is none, or it tells who speaks ("the minister said"). */
    function clauseVerb(i: number, last: number): number {
      const subject = tokens[i]!;
      const w = subject.word.folded;
      const {shape} = subject.word;
      let v = i + 1;
      let single = false;
      if (subject.kind === 'number' || shape === 'lower' && (DETERMINERS.has(w) || /^(?:more|about|around|almost|nearly|over)$/.test(w) || NUMBER_WORDS.has(w))) {
        if (/^(?:either|neither|both|such|all|each|another|other|both|some|one|whose)$/.test(w) || w === 'the' && /^(?:other|others|second|third|rest|remaining|latter|more|less|better|first|last|same|[a-z]+er)$/.test(wordAt(document, v, subject.sentence) ?? '') && posOf(document, tokens[v]!) !== 'NOUN') return -1;
        // "this is the man": "this", "these" by themselves.
        for (; v < i + 8; v++) {
          const t = tokens[v];
          if (t?.kind === 'number' || t?.kind === 'symbol' && t.text !== '—') continue;
          if (t?.kind !== 'word') return -1;
          if ((v > i + 1 || /^(?:this|these|those|many|few|most|several)$/.test(w)) && (finite(document, t) || plural(t))) break;
          if (t.word.folded !== 'of' && t.word.folded !== 'than' && (PREPOSITIONS.has(t.word.folded) || CONJUNCTIONS.has(t.word.folded) || PRONOUNS.has(t.word.folded) && !(tokens[v - 1]!.word.folded === 'of' && /^(?:them|these|those)$/.test(t.word.folded)) || v > i + 1 && tokens[v - 1]!.word.folded !== 'of' && ARTICLES.has(t.word.folded)) || t.word.folded.endsWith('ing') && v > i + 1 && posOf(document, t) === 'VERB' || /^(?:to|not|who|which|whose)$/.test(t.word.folded)) return -1;
        }
        // "a step analysts had expected"
        if ((w === 'a' || w === 'an') && pluralNoun(tokens[v - 1]!) && tokens[v - 2]!.word.folded !== 'of' || tokens[v - 1]?.word.folded.endsWith('ly') && v === i + 2) return -1;
      } else if (shape === 'lower' && (SUBJECTS.test(w) || /^(?:nobody|everyone|everybody|nothing|everything)$/.test(w))) single = true;
      else if (shape === 'capital' || shape === 'upper' && w.length > 1) while (v < i + 4 && (tokens[v]?.word.shape === 'capital' || tokens[v]?.word.shape === 'upper')) v++;
      else if (shape === 'lower' && !FUNCTION_WORDS.has(w) && w.length > 3 && !/^(?:others|which|what)$|ly$|ing$/.test(w) && posOf(document, subject) === 'NOUN') {
        single = true;
        if (tokens[v]?.word.shape === 'lower' && posOf(document, tokens[v]!) === 'NOUN') v++;
      }
      else return -1;
      if (single || shape === 'capital' || shape === 'upper') while (v < i + 5 && /^(?:also|now|then|still|already|soon|later|immediately|quickly|again|never|even|only|currently)$/.test(tokens[v]?.word.folded ?? '')) v++;
      const verb = tokens[v];
      if (!verb || v > last || verb.sentence !== subject.sentence || !finite(document, verb) && !plural(verb)) return -1;
      const f = verb.word.folded;
      if (speaks(f, 'opinion', 'told') || speaks(f) && !(f !== 'said' && f !== 'says' && DETERMINERS.has(document.after(verb)?.word.folded ?? '')) || /^(?:seems?|seemed|appears?|appeared|hits?|turns|turned)$/.test(f)) return -1;
      return SUBJECTS.test(w) && v === i + 1 || active(verb) ? v : -1;
    }

    /** Whether a form that may be a participle as well ("the man killed on Monday") is the verb of its clause: an object follows, or it seldom is passive. */
    function active(verb: Token, least = -12): boolean {
      const f = verb.word.folded;
      if (BE.has(f) || HAVE.has(f) || MODALS.has(f) || DO.has(f) || baseOfPast(f) === undefined || baseOfParticiple(f) === undefined) return true;
      const next = document.after(verb);
      if (next?.kind === 'number' || next?.kind === 'word' && (DETERMINERS.has(next.word.folded) || NUMBER_WORDS.has(next.word.folded) || pluralNoun(next) !== undefined || /^(?:him|her|it|them|only|that|about|more|nearly|almost)$/.test(next.word.folded) || next.word.shape === 'capital' && !DAYS.has(next.word.folded) && !MONTHS.has(next.word.folded))) return true;
      if (next?.word.shape === 'lower' && next.kind === 'word' && !FUNCTION_WORDS.has(next.word.folded) && !next.word.folded.endsWith('ly') && !/^(?:together|today|yesterday|there|last|next|back|home|abroad|away|ago|earlier|later)$/.test(next.word.folded) && posOf(document, next) !== 'ADV') return true;
      if (next?.word.folded === 'by' && tokens[next.index + 1]?.kind !== 'number') return false;
      const does = Math.max(...['he', 'they', 'it', 'she', 'who'].map((who) => pairCount(who, f)));
      const done = Math.max(...['was', 'were', 'been', 'is', 'are'].map((be) => pairCount(be, f)));
      return does - done >= least;
    }

    /** Whether a main clause and nothing else stands from `first` to before `end`: a subject at its start or behind a time, its verb, nothing that subordinates it or joins it to what follows. */
    function statement(first: number, end: number): boolean {
      const open = tokens[first]!;
      if (open.kind !== 'word' && open.kind !== 'number') return false;
      const o = open.word.folded;
      const opener = /^(?:in|on|at|for|during|last|this|next|from|by|within)$/.test(o) && !finite(document, tokens[first + 1]);
      if (!opener && FUNCTION_WORDS.has(o) && !DETERMINERS.has(o) && !SUBJECTS.test(o) && !/^(?:i|nobody|everyone|everybody)$/.test(o) || /^(?:no|such|neither|either|both|some|any|each|every|all|one|whatever|whoever|whichever|wherever|whenever)$/.test(o)) return false;
      if (o === 'the' && /^(?:more|less|sooner|longer|better|only|first|last|moment|day|further|farther|higher|bigger|greater|faster|harder|closer|deeper|older|later|earlier)$/.test(tokens[first + 1]!.word.folded)) return false;
      // "and in the 82nd minute, the players"; "I may say, we"
      for (let k = end - 1; k > end - 7 && k > first; k--) if (tokens[k]!.word.folded === 'and' && PREPOSITIONS.has(tokens[k + 1]!.word.folded)) return false;
      if (speaks(tokens[end - 1]!.word.folded) || opener && tokens[first + 1]!.word.folded.endsWith('ing')) return false;
      let verb = -1;
      for (let k = first + 1; k < end; k++) {
        const t = tokens[k]!;
        const w = t.word.folded;
        if (/^(?:if|when|while|because|although|though|as|ago|less|not|never|no|that|despite|according|including|so|where|who|which|whose|whether|what|why|how|once|unless|whatever|whoever|won't|can't|isn't|only|hardly|barely|scarcely)$/.test(w) && w !== 'only' || w === 'than' && !/^(?:more|less|fewer)$/.test(tokens[k - 1]!.word.folded)) return false;
        if (/^(?:after|before|since|until)$/.test(w) && !/^(?:the|a|his|her|its|their|last|this|world|\p{Lu}.*)$/u.test(tokens[k + 1]?.text ?? '') && tokens[k + 1]?.kind !== 'number') return false;
        if (verb < 0 && (finite(document, t) || plural(t))) {
          // "The goal he scored": the clause belongs to its noun.
          const before = tokens[k - 1]!;
          const noun = tokens[k - 2];
          if (/^(?:he|she|it|they|we|i|you)$/.test(before.word.folded) && k - 2 >= first && noun?.kind === 'word' && noun.word.shape === 'lower' && !(opener && /^(?:year|month|week|morning|evening|night|summer|winter|spring|autumn|day)$/.test(noun.word.folded))) continue;
          if (before.index > first && (PREPOSITIONS.has(before.word.folded) || ARTICLES.has(before.word.folded) || POSSESSIVES.has(before.word.folded) || before.word.folded === 'to')) continue;
          if (before.text === '-' || !SUBJECTS.test(before.word.folded) && !active(t, opener ? 0 : -25)) continue;
          verb = k;
        }
      }
      // "The church dates from", "The reservoir supplies water": where no other verb stands, what looks like a plural is one.
      if (verb < 0 && !opener) for (let k = first + 2; k < Math.min(end - 1, first + 6) && verb < 0; k++) {
        const noun = tokens[k - 1]!;
        if (tokens[k]!.word.shape === 'lower' && tokens[k]!.text.length > 4 && baseOfThird(tokens[k]!.word.folded) && noun.word.shape === 'lower' && posOf(document, noun) === 'NOUN' && !pluralNoun(noun) && DETERMINERS.has(o) && Math.max(pairCount('it', tokens[k]!.word.folded), pairCount('which', tokens[k]!.word.folded), pairCount('he', tokens[k]!.word.folded)) > 0) verb = k;
      }
      return verb > 0 && !/^(?:know|knows|say|says|think|thinks)$/.test(tokens[verb]!.word.folded);
    }

    /** Whether nothing but the comma joins the halves: no other mark that opens a list, an insertion or a quotation. */
    function bare(first: number, comma: number, last: number, verb: number): boolean {
      for (let k = first; k < last; k++) {
        const t = tokens[k]!;
        if (k === comma || t.kind !== 'punctuation' && t.kind !== 'symbol' || t.text === '-' && !t.spaced || t.text === '.' || /^[%$€£’']$/.test(t.text)) continue;
        // "On Monday, talks ended, the minister left" and ", which …" behind the second verb.
        if (t.text === ',' && k < comma && k - first <= 4 && /^(?:in|on|at|last|after|during|meanwhile|however|yesterday|today)$/.test(tokens[first]!.word.folded) && comma - k > 3) continue;
        if (t.text === ',' && k > verb + 2 && /^(?:which|who|where|but|because|after|while|although|when|including|with|according|so)$/.test(tokens[k + 1]?.word.folded ?? '')) continue;
        return false;
      }
      // "the economy shrinks, inflation rises and unemployment grows": a list of clauses.
      for (let k = verb + 1; k < last; k++) if (/^(?:and|or)$/.test(tokens[k]!.word.folded)) for (let n = k + 2; n < k + 8 && n < last; n++) if (finite(document, tokens[n])) return false;
      return true;
    }
  },
});
