import { analyze } from '../../shared/analysis/analyze';
import { resolve } from '../../shared/catalog/resolve';
import { evaluateRules } from '../../shared/rules/evaluate';
import type { Answer, Question } from './protocol';

/** The newest question; an older one's second answer is not worked out once a newer one has come. */
let newest = 0;

function answer(question: Question, stage: Answer['stage']): void {
  const design = resolve(question.design);
  const result = analyze(design, { load: question.load, percentiles: stage === 'percentiles' });
  const analysis = result.ok ? result.analysis : null;
  const errors = result.ok ? [] : result.errors;
  const { findings, suppressed } = evaluateRules({ design, analysis, errors });
  const message: Answer = { ticket: question.ticket, stage, analysis, errors, findings, suppressed };
  self.postMessage(message);
}

self.addEventListener('message', (event: MessageEvent<Question>) => {
  const question = event.data;
  newest = question.ticket;
  answer(question, 'means');
  setTimeout(() => {
    if (question.ticket === newest) answer(question, 'percentiles');
  }, 0);
});
