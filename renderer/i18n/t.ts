export { t } from '../words/t';
