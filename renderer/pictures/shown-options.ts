import type { OptionValues } from '../../shared/formats/options';
import type { ViewState } from '../store/view';

/** The options of a picture by which it shows what the canvas shows. Its colours are those of the page that it goes to. */
export const shownOptions = ({
  overlay,
  lanes,
  figures,
}: Pick<ViewState, 'overlay' | 'lanes' | 'figures'>): OptionValues => ({ overlay, lanes, figures });
