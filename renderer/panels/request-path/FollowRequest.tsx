import { followRequest } from '../../canvas/follow-request';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';

/** The button that follows one request of a flow on the canvas. */
export function FollowRequest({ flow }: { readonly flow: string }) {
  const editor = useEditor();
  return (
    <Button icon="route" onClick={() => followRequest(editor, flow)}>
      {t('Follow a request')}
    </Button>
  );
}
