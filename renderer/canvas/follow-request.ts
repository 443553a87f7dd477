import type { Editor } from '../store/editors';

/** Follows one request of a flow: its panel takes the place of what is selected, found or listed beside the canvas. */
export function followRequest(editor: Editor, flow: string): void {
  editor.clearSelection();
  editor.setView({
    followedFlow: flow,
    chosenFlow: flow,
    reach: null,
    finding: null,
    litFlow: null,
    history: false,
    inspectDesign: false,
  });
}
