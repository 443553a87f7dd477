import { ConnectPicker, FallbackPicker, GroupPicker, KindPicker } from './deferred-pickers';
import { useReadOnly } from './parts';
import { usePicker } from './picker';

/** The list that is open at what is selected. */
export function OpenPicker() {
  const open = usePicker((state) => state.open);
  const readOnly = useReadOnly();
  if (open === null || readOnly) return null;
  switch (open.list) {
    case 'connect':
      return <ConnectPicker key={open.from} from={open.from} />;
    case 'change-kind':
      return <KindPicker key={open.id} id={open.id} />;
    case 'fallback-of':
      return <FallbackPicker key={open.edge} edge={open.edge} />;
    case 'group-as':
    case 'move-into':
      return <GroupPicker key={open.list} purpose={open.list} />;
  }
}
