export { InvalidFilter as default } from "#components/publishing/invalid-filter";
