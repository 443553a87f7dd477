import { nodeTitle } from '../../../shared/catalog/node-title';
import { type Design, flowsOf } from '../../../shared/model/schema';
import { resolvedOf } from '../../store/report';
import { Select, type SelectOption } from '../../ui/Select';
import { language } from '../../words/language';
import { t } from '../../words/t';
import { Switch } from '../fields/Switch';
import { TextField } from '../fields/TextField';
import type { EntryField } from './entry-fields';
import { PartsControl } from './PartsControl';
import { WrittenText } from './WrittenText';

interface EntryControlProps {
  readonly id: string;
  readonly field: EntryField;
  readonly design: Design;
  readonly value: string;
  readonly onWrite: (text: string) => void;
}

/** The control of one field of an entry. */
export function EntryControl({ id, field, design, value, onWrite }: EntryControlProps) {
  switch (field.input) {
    case 'line':
      return <TextField id={id} value={value} onCommit={onWrite} />;
    case 'lines':
      return (
        <WrittenText
          id={id}
          value={value}
          placeholder={field.hint === undefined ? '' : t(field.hint)}
          onWrite={onWrite}
        />
      );
    case 'flag':
      return <Switch id={id} checked={value === 'yes'} onChange={(on) => onWrite(on ? 'yes' : '')} />;
    case 'parts':
      return <PartsControl id={id} design={design} value={value} onWrite={onWrite} />;
    default:
      return <Select id={id} value={value} options={choicesOf(field, design, value)} onChange={onWrite} />;
  }
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'RPC', 'WebSocket'] as const;

/** What can be chosen, with nothing first; a value that is none of it, as from a file, stays a choice. */
function choicesOf({ input }: EntryField, design: Design, value: string): readonly SelectOption[] {
  const known = knownChoices(input, design);
  const own = value === '' || known.some((one) => one.value === value) ? [] : [{ value, title: value }];
  return [{ value: '', title: t('not set') }, ...known, ...own];
}

function knownChoices(input: EntryField['input'], design: Design): readonly SelectOption[] {
  if (input === 'flow') return flowsOf(design).map(({ id, name = id }) => ({ value: id, title: name }));
  if (input === 'store')
    return resolvedOf(design)
      .design.nodes.filter(({ behaviour }) => behaviour === 'store')
      .map((node) => ({ value: node.id, title: nodeTitle(node, language()) }));
  return methods.map((method) => ({ value: method, title: method }));
}
