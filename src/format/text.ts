import {proseFromText} from '../document/prose.ts';
import type {Edit} from '../rule/rule.ts';
import type {Format} from './format.ts';

const toSource = (start: number, end: number): [number, number] => [start, end];
const toSourceEdit = (edit: Edit): Edit => edit;

/** Plain text: prose and source are the same. */
export const text: Format = {id: 'text', parse: (source) => ({prose: proseFromText(source), comments: [], toSource, toSourceEdit})};
