import type { TemplateId } from '../../shared/templates/titles';
import { useShownTheme } from '../store/shown-theme';

/** The picture of a template in the theme of the window: a file that the build drew. */
export function TemplatePicture({ id }: { readonly id: TemplateId }) {
  const theme = useShownTheme();
  return <img src={`./template-pictures/${theme}/${id}.svg`} alt="" loading="lazy" draggable={false} />;
}
