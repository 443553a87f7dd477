import { applyChanges } from '../../../../shared/model/apply';
import type { Change } from '../../../../shared/model/changes';
import type { Design } from '../../../../shared/model/schema';
import { templateOf } from '../../../../shared/templates/index';

/** A sound design made unsound in one way, so that one rule speaks of it and no other. */
export interface Mutation {
  /** Id of the rule that is to speak. */
  readonly rule: string;
  /** Of what it is to speak; `*` for the whole design. */
  readonly target: string;
  /** Id of the template that is changed. */
  readonly template: string;
  readonly changes: readonly Change[];
}

/** The template of an id. */
export function soundDesign(id: string): Design {
  const template = templateOf(id);
  if (template === undefined) throw new Error(`there is no template ${id}`);
  return template.design;
}

export const mutated = ({ template, changes }: Mutation): Design =>
  applyChanges(soundDesign(template), changes);
