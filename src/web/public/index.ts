export { renderAnswer } from './answer.ts';
export { renderHome } from './home.ts';
export { renderError, renderInfo } from './info.ts';
export type { AnswerModel, ErrorModel, FormValues, HomeModel, InfoModel, PageContext } from './page.ts';
