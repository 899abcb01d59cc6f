//! Due dates and states over the sample hall.
