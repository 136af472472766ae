"use server";

import { addBrowser } from "#lib/alerts/add-browser";
import { readAlert, readAlerts } from "#lib/alerts/read-alerts";
import { removeBrowser } from "#lib/alerts/remove-browser";
import { saveAlertSettings } from "#lib/alerts/save-settings";
import {
  addBrowserSchema,
  alertSettingsSchema,
  namedBrowserSchema,
  readAlertSchema,
  readAlertsSchema,
} from "#lib/alerts/schema";
import { testBrowser } from "#lib/alerts/test-browser";
import { deskAction } from "#lib/web/next/action";

export const readAlertAction = deskAction("account.manage", readAlertSchema, readAlert);
export const readAlertsAction = deskAction("account.manage", readAlertsSchema, readAlerts);
export const saveAlertSettingsAction = deskAction("account.manage", alertSettingsSchema, saveAlertSettings);
export const addBrowserAction = deskAction("account.manage", addBrowserSchema, addBrowser);
export const testBrowserAction = deskAction("account.manage", namedBrowserSchema, testBrowser);
export const removeBrowserAction = deskAction("account.manage", namedBrowserSchema, removeBrowser);
