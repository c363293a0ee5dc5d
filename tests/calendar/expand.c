/* Prints the days of a calendar, from standard input, as libical reads and expands it.
 *
 * One line for each day of each component: its UID, a tab, and the day (YYYYMMDD). An event has a day for each
 * occurrence, a to-do that of its DUE; without one its line ends after the tab. Anything that libical calls an error
 * stands on standard error, and the exit code is 1. */

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

/* Every byte of standard input and a NUL. */
static char *read_all(void)
{
    size_t length = 0, capacity = 1 << 16;
    char *text = malloc(capacity);
    while (text != NULL) {
        length += fread(text + length, 1, capacity - length - 1, stdin);
        if (length < capacity - 1)
            break;
        capacity *= 2;
        text = realloc(text, capacity);
    }
    if (text != NULL)
        text[length] = '\0';
    return text;
}

/* How many errors the parser has left in a component and those in it. */
static int errors(icalcomponent *component)
{
    int count = 0;
    icalproperty *error = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
    for (; error != NULL; error = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        const char *uid = icalcomponent_get_uid(component);
        fprintf(stderr, "%s: %s\n", uid != NULL ? uid : "calendar", icalproperty_get_xlicerror(error));
        count++;
    }
    icalcomponent *part = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
    for (; part != NULL; part = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        count += errors(part);
    return count;
}

static void print_day(const char *uid, struct icaltimetype day)
{
    printf("%s\t", uid);
    if (!icaltime_is_null_time(day))
        printf("%04d%02d%02d", day.year, day.month, day.day);
    printf("\n");
}

static void print_days(icalcomponent *component)
{
    const char *uid = icalcomponent_get_uid(component);
    icalproperty *rule = icalcomponent_get_first_property(component, ICAL_RRULE_PROPERTY);
    if (icalcomponent_isa(component) == ICAL_VTODO_COMPONENT) {
        print_day(uid, icalcomponent_get_due(component));
    } else if (rule == NULL) {
        print_day(uid, icalcomponent_get_dtstart(component));
    } else {
        struct icaltimetype start = icalcomponent_get_dtstart(component);
        icalrecur_iterator *days = icalrecur_iterator_new(icalproperty_get_rrule(rule), start);
        struct icaltimetype day = icalrecur_iterator_next(days);
        for (; !icaltime_is_null_time(day); day = icalrecur_iterator_next(days))
            print_day(uid, day);
        icalrecur_iterator_free(days);
    }
}

int main(void)
{
    char *text = read_all();
    icalcomponent *calendar = text != NULL ? icalparser_parse_string(text) : NULL;
    if (calendar == NULL || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        fprintf(stderr, "not a calendar\n");
        return 1;
    }
    /* What the standard asks of each kind of component, as errors beside those of the parser. */
    icalrestriction_check(calendar);
    if (errors(calendar) > 0)
        return 1;
    icalcomponent *part = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
    for (; part != NULL; part = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT))
        print_days(part);
    icalcomponent_free(calendar);
    free(text);
    return 0;
}
