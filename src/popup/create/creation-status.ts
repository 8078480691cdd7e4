import type { Field } from '../../company/company.ts';
import { languageOf } from '../../messages/creation-state.ts';
import type { Creation, CreationAnswers, Draft } from '../../messages/index.ts';
import { fieldList } from '../../ui/field-labels.ts';
import { listed, plural, text } from '../../ui/texts.ts';
import { impossible, missing, REQUIREMENT_LABELS } from './answers.ts';
import { presumedLabels } from './presumed.ts';

/** Without them a relation would be nameless, or would not be found again. */
const NEEDED: readonly Field[] = ['name', 'enterpriseNumber'];

/** Why no relation can be made as things stand; undefined where one can. */
export function obstacle(draft: Draft, fields: readonly Field[], answers: CreationAnswers): string | undefined {
  const labels = (requirements: readonly (keyof typeof REQUIREMENT_LABELS)[]) =>
    listed(requirements.map((requirement) => text(REQUIREMENT_LABELS[requirement])));
  const unknown = impossible(draft);
  if (unknown.length > 0) return text('createImpossible', labels(unknown));
  const toConfirm = toConfirmFirst(draft, answers);
  if (toConfirm.length > 0) return text('createToConfirm', listed(toConfirm));
  if (NEEDED.some((field) => !fields.includes(field))) return text('createNeeded', fieldList(NEEDED));
  const open = missing(answers);
  return open.length > 0 ? text('stillToChoose', labels(open)) : undefined;
}

/** A field that is presumed can be left out, but for those that are needed. */
function toConfirmFirst(draft: Draft, answers: CreationAnswers): readonly string[] {
  const rows = draft.changes[languageOf(draft, answers)].filter(({ field }) => NEEDED.includes(field));
  return presumedLabels(draft, rows);
}

/** The one sentence of the status region: what will happen, is happening, or has happened. */
export function creationStatus(
  creation: Creation | undefined,
  fields: readonly Field[],
  hindered: string | undefined,
): string {
  switch (creation?.phase) {
    case undefined:
    case 'loading':
      return text('statusLoading');
    case 'exists':
    case 'failed':
      return '';
    case 'ready':
      return hindered ?? plural('createWill', fields.length);
    case 'creating':
      return text('createWorking');
    case 'created': {
      const { outcome, relation } = creation;
      const written = outcome.filter(({ result }) => result === 'written').length;
      const others = outcome.filter(({ result }) => result !== 'written').map(({ field }) => field);
      const done = plural('createDone', written, relation.code);
      return others.length === 0 ? done : `${done}. ${text('createNotTaken', fieldList(others))}`;
    }
  }
}
