export { ForbiddenPage as default } from "#components/desk/desk-problems";
