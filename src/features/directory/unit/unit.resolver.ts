import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { GatewayContext } from '../../context';
import { UnitConnection } from '../../geography/unit/unit.connection';
import { unitsOfToday } from '../../geography/unit/current-unit.rules';
import { Unit } from '../../geography/unit/unit.entity';
import { UnitCode } from '../../geography/unit/unit.types';
import { pageOfUnits } from '../../geography/unit/unit-page';
import { unitsMatching } from '../../geography/unit/unit-search';
import { dayOfNumber } from '../../../shared/calendar';
import { badInput, type DomainError } from '../../../shared/errors';
import { MultiPolygonScalar } from '../../../shared/scalars';
import { isGiven } from '../lists/filter-plan';
import { responsibleOffice } from '../office/responsible-office';
import { Office } from '../office/office.entity';
import { UnitArgs, UnitsArgs } from './unit.args';

/** Units usually came from about so many others, and a few were split: chains of such fields grow by these factors. */
const USUAL_PREDECESSORS = 10;
const USUAL_SUCCESSORS = 3;
/** An area is as long as many other fields together. */
const BOUNDARY_COST = 50;
/** Characters of an area that is read in a turn of its own: about a millisecond. */
const LONG_BOUNDARY = 100_000;

@Resolver(() => Unit)
export class UnitResolver {
  @Query(() => Unit, {
    nullable: true,
    description: 'The administrative unit that a code names on a day (đơn vị hành chính); null when there is none.',
  })
  unit(@Args(() => UnitArgs) { code, asOf }: UnitArgs, @Ctx() { directory }: GatewayContext): Unit | null {
    return directory.snapshot.geography.units.find(code, asOf ?? undefined) ?? null;
  }

  @Query(() => UnitConnection, {
    description:
      'Administrative units on a day, or of all days, in the order of their codes, old before new; with `text`, the best match first.',
  })
  async units(@Args(() => UnitsArgs) args: UnitsArgs, @Ctx() { directory }: GatewayContext): Promise<UnitConnection> {
    const { first, after, includeEnded, ...filter } = args;
    if (includeEnded && isGiven(args.asOf)) throw dayBesideAllDays();
    const walk = directory.walk(after, [], 'units', filter, includeEnded);
    const asOf = includeEnded ? null : (args.asOf ?? dayOfNumber(walk.place.day));
    const { geography, search } = walk.directory.snapshot;
    await directory.work.pause();
    const readings = isGiven(filter.text) ? search.placeReadings(filter.text) : [];
    const units = await unitsMatching(geography.units, { ...filter, readings, asOf }, directory.work);
    return pageOfUnits(units, { first }, walk, (unit) => walk.directory.unit(unit));
  }

  @FieldResolver(() => [UnitCode], { description: 'Codes of the same unit in other systems of codes.' })
  otherCodes(@Root() unit: Unit): UnitCode[] {
    return unit.otherCodes ?? [];
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit that held this one during its validity (đơn vị cấp trên).',
  })
  parent(@Root() unit: Unit, @Ctx() { directory }: GatewayContext): Unit | null {
    const view = directory.of(unit);
    return view.unit(view.snapshot.geography.units.parent(unit));
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The province that holds this unit (tỉnh, thành phố); a province holds itself.',
  })
  province(@Root() unit: Unit, @Ctx() { directory }: GatewayContext): Unit | null {
    const view = directory.of(unit);
    return view.unit(view.snapshot.geography.units.province(unit));
  }

  @FieldResolver(() => [Unit], {
    description: 'The units this one came from (đơn vị tiền thân).',
    complexity: ({ childComplexity }) => 1 + USUAL_PREDECESSORS * childComplexity,
  })
  predecessors(@Root() unit: Unit, @Ctx() { directory }: GatewayContext): Unit[] {
    const view = directory.of(unit);
    return view.snapshot.geography.units.predecessors(unit).map((each) => view.unit(each));
  }

  @FieldResolver(() => [Unit], {
    description: 'The units that followed this one (đơn vị kế thừa); several when it was split.',
    complexity: ({ childComplexity }) => 1 + USUAL_SUCCESSORS * childComplexity,
  })
  successors(@Root() unit: Unit, @Ctx() { directory }: GatewayContext): Unit[] {
    const view = directory.of(unit);
    return view.snapshot.geography.units.successors(unit).map((each) => view.unit(each));
  }

  @FieldResolver(() => [Unit], {
    description: 'The units of today that hold this one or parts of it (nay là); itself while it exists.',
    complexity: ({ childComplexity }) => 1 + USUAL_SUCCESSORS * childComplexity,
  })
  today(@Root() unit: Unit, @Ctx() { directory }: GatewayContext): Unit[] {
    const view = directory.of(unit);
    return unitsOfToday(unit, view.snapshot.geography.units).map((each) => view.unit(each));
  }

  @FieldResolver(() => MultiPolygonScalar, {
    nullable: true,
    description: 'The area of the unit (ranh giới), or null when the directory has none.',
    complexity: BOUNDARY_COST,
  })
  async boundary(@Root() unit: Unit, @Ctx() { directory }: GatewayContext): Promise<object | null> {
    const coordinates = await directory.of(unit).boundary(unit.unitKey);
    if (coordinates === null) return null;
    await (coordinates.length > LONG_BOUNDARY ? directory.work.turn() : directory.work.pause());
    return { type: 'MultiPolygon', coordinates: JSON.parse(coordinates) as unknown };
  }

  @FieldResolver(() => Office, {
    nullable: true,
    description:
      'The office responsible for the unit (cơ quan BHXH phụ trách): by jurisdiction, else the office of the province.',
  })
  async office(@Root() unit: Unit, @Ctx() { directory }: GatewayContext): Promise<Office | null> {
    return (await responsibleOffice(unit, directory.of(unit))).office;
  }
}

function dayBesideAllDays(): DomainError {
  return badInput('includeEnded', {
    en: '`includeEnded` lists units of all days and `asOf` those of one: give one of them.',
    vi: '`includeEnded` liệt kê đơn vị của mọi thời kỳ, còn `asOf` của một ngày: hãy chỉ dùng một trong hai.',
  });
}
