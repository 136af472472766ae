export { NotFoundPage as default } from "#components/desk/desk-problems";
