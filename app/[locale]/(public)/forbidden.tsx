export { ForbiddenPage as default } from "#components/site/problem-pages";
