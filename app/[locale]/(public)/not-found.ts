export { NotFoundPage as default } from "#components/site/problem-pages";
