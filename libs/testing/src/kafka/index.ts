export { createTestTopics, type TestMessage, type TestTopics } from './test-topics.ts';
