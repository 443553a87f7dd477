import { useView } from '../../store/view';
import { OpenDrawer } from '../deferred-panels';
import { LayerStrip } from './LayerStrip';

/** The foot of the canvas: a strip of layers that opens into Problems, Layers and Flows. */
export function Drawer() {
  const drawer = useView((state) => state.drawer);
  return drawer === null ? <LayerStrip /> : <OpenDrawer tab={drawer} />;
}
