mod languages;
mod plumbing;
