// Health check of a container of the product: exit code 0 once its service is ready for work.
const answer = await fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/readyz`).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
