export { BusinessClock, OffsetBusinessClock } from './business-clock.ts';
export { ConfigModule, type ConfigPart, SettingsSource } from './config.module.ts';
export { jsonKey } from './json-key.ts';
export { ConfigError, loadConfig, type Settings } from './load-config.ts';
export { DatabaseConfig, KafkaConfig, TemporalConfig } from './server-configs.ts';
export { ServiceConfig } from './service-config.ts';
