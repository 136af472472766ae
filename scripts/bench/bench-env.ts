const settings =
  /^(CLOCK_.*|PORT|HOST|DATA_DIR|DATABASE_.*|DISK_.*|SITE_.*|DEMO.*|ROLE|SECRET|LOG_LEVEL|TRUSTED_PROXIES|REPORTS_.*|SMTP_URL|MAIL_.*|WEBHOOK_OWN|METRICS_TOKEN)$/;

/** The environment of every program that is measured, without the settings that were meant for this one. */
export const benchEnv: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.test(name))),
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
};
