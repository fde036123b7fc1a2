mod languages;
mod metrics;
mod plumbing;
